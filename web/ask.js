/** The form for new questions, filled in. */

/**
 * @param {string} form its address
 * @param {string} question
 */
export function prefilled(form, question) {
  const address = new URL(form)
  address.searchParams.set("title", question)
  address.searchParams.set("question", question)
  return address.href
}
