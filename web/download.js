/** A text that the page made, as a file of the reader. */

/**
 * @param {string} content
 * @param {string} name
 */
export function download(content, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([content], { type: "text/plain" }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
