/**
 * Typesets formulas. Reads a JSON list of [tex, display] from stdin; writes, in the same order, a line of JSON each:
 * {svg, mathml, width, height, depth} (measures in em) or {error} (MathJax's sentence). A long formula of the text
 * also has `broken`: its drawing in pieces between which a line may end.
 */
import MathJax from "mathjax"
import { text } from "node:stream/consumers"

/** @typedef {import("mathjax").Node} Node */
/** @typedef {{ width: number, height: number, depth: number }} Size in em */
/** @typedef {Size & { svg: string, mathml: string }} Typeset */

const EXTENSIONS = ["boldsymbol", "braket", "cancel", "centernot", "enclose", "extpfeil", "upgreek"]

await MathJax.init({
  loader: {
    // By itself MathJax only prints what it could not load, and goes on without it: then there is no output to draw with.
    /** @param {Error} error */
    failed(error) {
      // Not theirs: with it Node would print the whole of the file it comes from, a line of 180 kB.
      throw new Error(error.message)
    },
    // One after the other, so that what could not be loaded is the one that is named.
    load: [],
    async ready() {
      for (const name of [
        "input/tex",
        "output/svg",
        "a11y/assistive-mml",
        ...EXTENSIONS.map((name) => `[tex]/${name}`),
      ]) {
        await MathJax.loader.load(name)
      }
      return MathJax.loader.defaultReady()
    },
  },
  tex: {
    // noerrors and noundefined turn mistakes into red text. The others let one formula change the next ones
    // (\def, \require, \color) or write what is no mathematics (\href, \class, \style).
    packages: { "[+]": EXTENSIONS, "[-]": ["noerrors", "noundefined", "autoload", "require", "newcommand"] },
    macros: { bm: ["\\boldsymbol{#1}", 1] },
    /** @param {unknown} _ @param {Error} error */
    formatError(_, error) {
      throw error
    },
  },
  svg: { fontCache: "none" },
})
// Up to this many em a formula stays on one line: a third of a phone's.
const SHORT = 8
const adaptor = MathJax.startup.adaptor
const exInEm = MathJax.startup.output.font.params.x_height
// MathJax sets Chinese in 0.884 em, so that its x-height fits, but measures it as 1 em wide.
adaptor.options.cjkCharWidth = 0.884

// What a drawing and its MathML may keep. Everything else is for MathJax in a browser.
const SVG_ATTRIBUTES = new Set(
  (
    "d transform x y x1 y1 x2 y2 cx cy r rx ry points width height viewBox preserveAspectRatio fill stroke " +
    "stroke-width stroke-dasharray stroke-linecap font-size font-style font-weight"
  ).split(" "),
)
const MATHML_ATTRIBUTE =
  /^(?:display|displaystyle|scriptlevel|mathvariant|stretchy|symmetric|fence|separator|accent|accentunder|largeop|movablelimits|form|lspace|rspace|minsize|maxsize|width|height|depth|voffset|linethickness|notation|columnalign|rowalign|columnspan|rowspan|columnspacing|rowspacing|columnlines|rowlines|frame|open|close|separators)$/

const formulas = JSON.parse(await text(process.stdin))
for (const [tex, display] of formulas) {
  process.stdout.write(`${JSON.stringify(await typeset(tex, display))}\n`)
}

/**
 * @param {string} tex
 * @param {boolean} display
 */
async function typeset(tex, display) {
  try {
    const whole = parts(await convert(tex, display, false))
    if (display || !(whole.width > SHORT)) return whole
    const { svg } = parts(await convert(tex, display, true))
    return svg === whole.svg ? whole : { ...whole, broken: svg }
  } catch (error) {
    return { error: /** @type {Error} */ (error).message }
  }
}

/**
 * @param {string} tex
 * @param {boolean} display
 * @param {boolean} breaks whether it may come in pieces
 */
function convert(tex, display, breaks) {
  MathJax.texReset()
  MathJax.startup.output.options.linebreaks.inline = breaks
  return MathJax.tex2svgPromise(tex, { display })
}

/**
 * @param {Node} container
 * @returns {Typeset}
 */
function parts(container) {
  const size = { width: 0, height: 0, depth: 0 }
  /** @type {string[]} */
  const svg = []
  let mathml = ""
  for (const child of adaptor.childNodes(container)) {
    const kind = adaptor.kind(child)
    if (kind === "svg") {
      if (!/ex$/.test(adaptor.getAttribute(child, "width"))) throw new Error("Formula without a width")
      const measured = measure(child)
      size.width += measured.width
      size.height = Math.max(size.height, measured.height - measured.depth)
      size.depth = Math.max(size.depth, measured.depth)
      svg.push(drawing(child, measured))
    } else if (kind === "mjx-break") {
      svg.push(`<mjx-break size="${adaptor.getAttribute(child, "size")}"> </mjx-break>`)
    } else {
      const math = adaptor.firstChild(child)
      keep(math, (name) => MATHML_ATTRIBUTE.test(name))
      mathml = adaptor.outerHTML(math)
    }
  }
  return { svg: svg.join(""), mathml, width: em(size.width), height: em(size.height), depth: em(size.depth) }
}

/**
 * Sizes in em: ex would follow the x-height of whatever Chinese font the reader has.
 * @param {Node} svg
 * @returns {Size}
 */
function measure(svg) {
  const ex = (/** @type {string} */ text) => parseFloat(text) * exInEm
  return {
    width: ex(adaptor.getAttribute(svg, "width")),
    height: ex(adaptor.getAttribute(svg, "height")),
    depth: -ex(adaptor.getStyle(svg, "vertical-align") || "0"),
  }
}

/** @param {Node} svg @param {Size} size */
function drawing(svg, { width, height, depth }) {
  keep(svg, (name, node) => SVG_ATTRIBUTES.has(name) || table(name, node))
  unwrap(svg)
  adaptor.setAttribute(svg, "width", `${em(width)}em`)
  adaptor.setAttribute(svg, "height", `${em(height)}em`)
  if (em(depth)) adaptor.setAttribute(svg, "style", `vertical-align:${em(-depth)}em`)
  adaptor.setAttribute(svg, "aria-hidden", "true")
  return adaptor.outerHTML(svg).replace(/><\/(?:path|rect|line|circle|ellipse|polygon|polyline)>/g, "/>")
}

/**
 * Rules and frames of arrays, which MathJax draws through its style sheet.
 * @param {string} name
 * @param {Node} node
 */
function table(name, node) {
  if (name === "data-line" || name === "data-frame") {
    adaptor.setAttribute(node, "stroke-width", "70")
    adaptor.setAttribute(node, "fill", "none")
    if (adaptor.hasClass(node, "mjx-dashed")) adaptor.setAttribute(node, "stroke-dasharray", "140")
    if (adaptor.hasClass(node, "mjx-dotted")) {
      adaptor.setAttribute(node, "stroke-dasharray", "0,140")
      adaptor.setAttribute(node, "stroke-linecap", "round")
    }
  }
  return false
}

/**
 * @param {Node} node
 * @param {(name: string, node: Node) => boolean} wanted whether an attribute stays
 */
function keep(node, wanted) {
  for (const { name } of [...adaptor.allAttributes(node)]) {
    if (!wanted(name, node)) adaptor.removeAttribute(node, name)
  }
  for (const child of adaptor.childNodes(node)) {
    if (adaptor.kind(child) !== "#text") keep(child, wanted)
  }
}

/**
 * A group that only moves one thing, or does nothing, need not be there.
 * @param {Node} node
 */
function unwrap(node) {
  for (const child of [...adaptor.childNodes(node)]) {
    if (adaptor.kind(child) === "#text") continue
    unwrap(child)
    if (adaptor.kind(child) !== "g") continue
    const attributes = adaptor.allAttributes(child)
    const inside = [...adaptor.childNodes(child)]
    if (attributes.length === 1 && attributes[0].name === "transform" && inside.length === 1) {
      const moved = adaptor.getAttribute(inside[0], "transform")
      adaptor.setAttribute(inside[0], "transform", attributes[0].value + (moved ? ` ${moved}` : ""))
    } else if (attributes.length > 0 && inside.length > 0) {
      continue
    }
    for (const grandchild of inside) adaptor.insert(grandchild, child)
    adaptor.remove(child)
  }
}

/** @param {number} length */
function em(length) {
  return Number(length.toFixed(3))
}
