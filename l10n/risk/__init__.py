"""How likely a draft has to be changed: features of the draft, and a formula that makes one number of them."""
