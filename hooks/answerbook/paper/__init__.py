"""PDF and ePub."""
