"""Files for programs: answers.json, llms.txt, feeds, Markdown."""
