"""Formulas → SVG, by MathJax."""
