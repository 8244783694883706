"""Bodies → HTML."""
