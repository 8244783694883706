"""What can be computed of a model from its shape: parameters, bytes, operations. Knows no book."""
