"""What readers practise with away from the site: cards for Anki, and tasks for handwritten code with a judge."""
