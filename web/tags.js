/** The long lists of the page of tags: their titles get the places where a line may end as they come near. */

import { breakable } from "./phrases.js"

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      observer.unobserve(target)
      target.querySelectorAll("a").forEach(breakable)
    }
  },
  // A window ahead of the reader: what is in sight does not move.
  { rootMargin: "0px 0px 100%" },
)
for (const list of document.querySelectorAll(".question-lines, .ranked > *")) observer.observe(list)
