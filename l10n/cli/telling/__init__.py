"""What people are told of what a command does: events into text."""
