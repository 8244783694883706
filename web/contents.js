/** The lists beside the page: the entry where the reader is stays in sight, and that of the parts follows the reading. */

const WIDE = matchMedia("(min-width: 60em)")
// A heading that was jumped to stands 3.2rem below the edge; above this line, in rem, it has been reached.
const LINE = 4
// Far above the window, px: as far as a browser counts in whole pixels without trouble.
const FAR = 10_000_000
// So much of a list fades out at its end, px, and a little more.
const FADED = 60

/** @param {Document} page */
export function mount(page) {
  fit(page)
  const current = page.querySelector(".md-sidebar--primary [aria-current]")
  if (current) new IntersectionObserver(centreOnce).observe(current)
  const parts = page.querySelector(".md-sidebar--secondary nav")
  if (parts) follow(page, parts)
}

/** @param {Document} page where the footer comes into sight, the lists end above it */
function fit(page) {
  const text = /** @type {Element} */ (page.querySelector(".md-main"))
  /** @type {NodeListOf<HTMLElement>} */
  const lists = page.querySelectorAll(".md-sidebar__scrollwrap")
  const look = () => {
    const end = `${text.getBoundingClientRect().bottom}px`
    for (const { style } of lists) style.setProperty("--end", end)
    const current = page.querySelector("[aria-current=location]")
    if (current) centre(current)
  }
  const change = ["scroll", "resize"]
  new IntersectionObserver(
    ([{ isIntersecting }]) => {
      look()
      for (const event of change)
        (isIntersecting ? addEventListener : removeEventListener)(event, look, { passive: true })
    },
    // A little before, for the space above it.
    { rootMargin: "0px 0px 100px" },
  ).observe(/** @type {Element} */ (page.querySelector(".book-footer")))
}

/**
 * Once it is known where it stands, without asking for the layout sooner; what is well in sight stays where it is.
 * @type {IntersectionObserverCallback}
 */
function centreOnce([{ target, boundingClientRect }], observer) {
  observer.disconnect()
  const end = target.closest(".md-sidebar__scrollwrap")?.getBoundingClientRect().bottom ?? 0
  if (WIDE.matches && boundingClientRect.bottom > end - FADED) centre(target)
}

/**
 * @param {Document} page
 * @param {Element} list whose links lead to the parts of the page
 */
function follow(page, list) {
  /** @type {Map<Element, Element>} from a part to its link, in the order of the page */
  const links = new Map()
  for (const link of list.querySelectorAll("a")) {
    const part = page.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (part) links.set(part, link)
  }
  const reached = new Set()
  let ended = false
  /** @type {Element | undefined} */
  let current
  const show = () => {
    const passed = [...links].filter(([part]) => ended || reached.has(part))
    const now = passed.pop()?.[1]
    if (now === current) return
    mark(current, false)
    mark(now, true)
    current = now
    if (now) centre(now)
  }

  /** @type {IntersectionObserver | undefined} */
  let observer
  const watch = () => {
    observer?.disconnect()
    observer = undefined
    if (!WIDE.matches) return
    const line = LINE * parseFloat(getComputedStyle(page.documentElement).fontSize)
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) reached[isIntersecting ? "add" : "delete"](target)
        show()
      },
      { rootMargin: `${FAR}px 0px ${line - innerHeight}px` },
    )
    for (const part of links.keys()) observer.observe(part)
  }
  watch()
  addEventListener("resize", watch)

  // At the end of a page the last parts may be too short to ever reach the line.
  new IntersectionObserver(
    ([{ intersectionRatio }]) => {
      ended = intersectionRatio > 0.98 && scrollY > 0
      show()
    },
    { threshold: [0.98] },
  ).observe(/** @type {Element} */ (page.querySelector(".book-footer")))
}

/**
 * @param {Element | undefined} link
 * @param {boolean} on
 */
function mark(link, on) {
  link?.classList.toggle("md-nav__link--active", on)
  if (on) link?.setAttribute("aria-current", "location")
  else link?.removeAttribute("aria-current")
}

/** @param {Element} link to be in the middle of its list, where that scrolls */
function centre(link) {
  const list = link.closest(".md-sidebar__scrollwrap")
  if (list)
    list.scrollTop += link.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2
}
