"""The language of figures, preview cards, and the fonts they are drawn with."""
