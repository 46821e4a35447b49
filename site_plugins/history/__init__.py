"""What git remembers of data/: read at the door, as values; nothing in the outputs asks git."""
