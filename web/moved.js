/** The script of a page that moved: on to the new address, with the part that was asked for. */

const link = /** @type {HTMLAnchorElement | null} */ (document.getElementById("moved"))
if (link) location.replace(link.href + location.search + location.hash)
