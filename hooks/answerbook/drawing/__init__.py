"""Preview cards and the fonts they are drawn with."""
