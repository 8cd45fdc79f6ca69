"""Measurements anyone can repeat: `make bench`, or `python -m bench turns --people 200`."""
