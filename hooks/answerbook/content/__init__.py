"""A folder of files → Book, and what is wrong with single files."""
