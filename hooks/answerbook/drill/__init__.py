"""What readers practise with away from the site: cards for Anki."""
