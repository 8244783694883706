"""Pages, their scripts and styles, and the copies of the site."""
