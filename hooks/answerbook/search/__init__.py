"""The words of the book → the index that the browser asks."""
