"""What is wrong across the whole book, in sentences."""
