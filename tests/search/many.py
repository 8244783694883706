"""Books with as many questions as wanted, for tests and benches of the search."""

from __future__ import annotations

import dataclasses
import random

from answerbook.content.questions import Book, Question, Topic
from answerbook.text import prose
from answerbook.text.body import Body


def many(book: Book, count: int) -> Book:
    """A book of that many questions: sentences of this one, dealt out anew."""
    dealer = random.Random(count)
    originals = book.questions
    sentences = [sentence for question in originals for sentence in prose.parts(question.body).sentences]
    share = len(sentences) // len(originals)

    def dealt(number: int) -> Question:
        question = originals[number % len(originals)]
        if number < len(originals):
            return question
        words_ = dealer.sample(originals, 2)
        title = f"{question.title.split('？')[0]}，{words_[0].title.split('？')[0]}？"
        body = "\n\n".join(dealer.sample(sentences, share))
        return dataclasses.replace(
            question, id=f"q-{number}", title=title, short=words_[1].short, aliases=words_[1].aliases, body=Body(body)
        )

    topic = Topic("many", "很多", "", Body(""), "", tuple(dealt(number) for number in range(count)))
    return dataclasses.replace(book, topics=(topic,))
