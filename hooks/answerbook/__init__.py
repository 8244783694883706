"""The answer book's domain: questions and what is made of them. Runs without MkDocs."""
