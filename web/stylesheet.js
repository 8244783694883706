/** Styles of what is loaded on use: they come with its script, so that nobody else carries them. */

/** @param {string} css */
export function adopt(css) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
