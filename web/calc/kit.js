/** What the script of every page already has. */

/** @type {typeof import("../kit.js").kit} */
const kit = /** @type {any} */ (window).answerbook.kit

export const { answerOn, copy, element, lasting, script, url } = kit
