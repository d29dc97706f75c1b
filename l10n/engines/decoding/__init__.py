"""CTranslate2 models, whatever they come in: is one sound, what does it read and write, which texts together."""
