/**
 * Typesets formulas. Reads a JSON list of [tex, display] from stdin; writes, in the same order, a line of JSON each:
 * {svg, mathml, width, height, depth} (measures in em) or {error} (MathJax's sentence). A long formula of the text
 * also has `broken`: its drawing in pieces between which a line may end.
 */
import MathJax from "mathjax"
import { text } from "node:stream/consumers"

/** @typedef {import("mathjax").Node} Node */
/** @typedef {import("mathjax").MmlNode} MmlNode */
/** @typedef {import("mathjax").MathItem} MathItem */
/** @typedef {{ width: number, height: number, depth: number }} Size in em */
/** @typedef {{ kind: string, attributes: Map<string, string>, inside: Piece[] }} Element of a drawing */
/** @typedef {Element | string} Piece of a drawing; text is quoted already */

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
      for (const name of ["input/tex", "output/svg", ...EXTENSIONS.map((name) => `[tex]/${name}`)]) {
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
const { adaptor, document, output } = MathJax.startup
const { handleRetriesFor } = MathJax._.util.Retries
const exInEm = output.font.params.x_height
// MathJax sets Chinese in 0.884 em, so that its x-height fits, but measures it as 1 em wide.
adaptor.options.cjkCharWidth = 0.884

const SHAPES = new Set(["path", "rect", "line", "circle", "ellipse", "polygon", "polyline"])
// What a drawing and its MathML may keep. Everything else is for MathJax in a browser.
const SVG_ATTRIBUTES = new Set(
  (
    "d transform x y x1 y1 x2 y2 cx cy r rx ry points width height viewBox preserveAspectRatio fill stroke " +
    "stroke-width stroke-dasharray stroke-linecap font-size font-style font-weight"
  ).split(" "),
)
const MATHML_ATTRIBUTE =
  /^(?:display|displaystyle|scriptlevel|mathvariant|stretchy|symmetric|fence|separator|accent|accentunder|largeop|movablelimits|form|lspace|rspace|minsize|maxsize|width|height|depth|voffset|linethickness|notation|columnalign|rowalign|columnspan|rowspan|columnspacing|rowspacing|columnlines|rowlines|frame|open|close|separators)$/

/** Writes the MathML of a formula with nothing but what is read aloud: not laid out, no notes of MathJax's own. */
class Aloud extends MathJax._.core.MmlTree.SerializedMmlVisitor.SerializedMmlVisitor {
  /** @override @param {MmlNode} node */
  visitInferredMrowNode(node) {
    return this.childNodeMml(node)
  }
  /** @override @param {MmlNode} node */
  visitDefault(node) {
    const kind = this.getKind(node)
    return `<${kind}${this.getAttributes(node)}>${this.childNodeMml(node)}</${kind}>`
  }
  /** @override @param {MmlNode} node */
  childNodeMml(node) {
    return node.childNodes.map((child) => this.visitNode(child, "")).join("")
  }
  /** @override @param {MmlNode} node */
  getAttributes(node) {
    const attributes = Object.entries(this.getAttributeList(node)).filter(([name]) => MATHML_ATTRIBUTE.test(name))
    return attributes.map(([name, value]) => ` ${name}="${attribute(String(value))}"`).join("")
  }
  /** @override */
  getDataAttributes() {
    return {}
  }
  /** @override @param {string} text */
  quoteHTML(text) {
    return quoted(text)
  }
}

const aloud = new Aloud()
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
    MathJax.texReset()
    const item = new document.options.MathItem(tex, document.inputJax[0], display)
    item.setMetrics(16, 8, 640, 1)
    // MathJax begins anew where it has to load something first.
    const whole = await handleRetriesFor(() => {
      item.compile(document)
      return { ...drawn(item, false), mathml: aloud.visitTree(item.root, "") }
    })
    if (display || !(whole.width > SHORT)) return whole
    const { svg } = await handleRetriesFor(() => drawn(item, true))
    return svg === whole.svg ? whole : { ...whole, broken: svg }
  } catch (error) {
    return { error: /** @type {Error} */ (error).message }
  }
}

/**
 * @param {MathItem} item
 * @param {boolean} breaks whether it may come in pieces
 */
function drawn(item, breaks) {
  output.options.linebreaks.inline = breaks
  return parts(output.typeset(item, document))
}

/**
 * @param {Node} container
 * @returns {Size & { svg: string }}
 */
function parts(container) {
  const size = { width: 0, height: 0, depth: 0 }
  /** @type {string[]} */
  const svg = []
  for (const child of adaptor.childNodes(container)) {
    const kind = adaptor.kind(child)
    if (kind === "svg") {
      if (!/ex$/.test(adaptor.getAttribute(child, "width"))) throw new Error("Formula without a width")
      const measured = measure(child)
      size.width += measured.width
      size.height = Math.max(size.height, measured.height - measured.depth)
      size.depth = Math.max(size.depth, measured.depth)
      svg.push(drawing(child, measured))
    } else {
      svg.push(`<mjx-break size="${adaptor.getAttribute(child, "size")}"> </mjx-break>`)
    }
  }
  return { svg: svg.join(""), width: em(size.width), height: em(size.height), depth: em(size.depth) }
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
  const { attributes, inside } = element(svg)
  attributes.set("width", `${em(width)}em`).set("height", `${em(height)}em`)
  if (em(depth)) attributes.set("style", `vertical-align:${em(-depth)}em`)
  attributes.set("aria-hidden", "true")
  return markup({ kind: "svg", attributes, inside })
}

/**
 * What is drawn of a node, each group that only moves one thing, or does nothing, left out.
 * @param {Node} node
 * @returns {Piece[]}
 */
function drawnPieces(node) {
  const kind = adaptor.kind(node)
  if (kind === "#text") return [quoted(adaptor.value(node))]
  const piece = element(node)
  if (kind !== "g") return [piece]
  const { attributes, inside } = piece
  if (attributes.size === 0 || inside.length === 0) return inside
  const [only] = inside
  if (attributes.size > 1 || inside.length > 1 || typeof only === "string" || !attributes.has("transform"))
    return [piece]
  const moved = only.attributes.get("transform")
  only.attributes.set("transform", attributes.get("transform") + (moved ? ` ${moved}` : ""))
  return inside
}

/**
 * @param {Node} node
 * @returns {Element}
 */
function element(node) {
  /** @type {Map<string, string>} */
  const attributes = new Map()
  for (const { name, value } of adaptor.allAttributes(node)) {
    if (SVG_ATTRIBUTES.has(name)) attributes.set(name, value)
    else if (name === "data-line" || name === "data-frame") line(node, attributes)
  }
  return { kind: adaptor.kind(node), attributes, inside: adaptor.childNodes(node).flatMap(drawnPieces) }
}

/**
 * Rules and frames of arrays, which MathJax draws through its style sheet.
 * @param {Node} node
 * @param {Map<string, string>} attributes
 */
function line(node, attributes) {
  attributes.set("stroke-width", "70").set("fill", "none")
  if (adaptor.hasClass(node, "mjx-dashed")) attributes.set("stroke-dasharray", "140")
  if (adaptor.hasClass(node, "mjx-dotted")) attributes.set("stroke-dasharray", "0,140").set("stroke-linecap", "round")
}

/**
 * @param {Piece} piece
 * @returns {string}
 */
function markup(piece) {
  if (typeof piece === "string") return piece
  const { kind, attributes, inside } = piece
  let start = `<${kind}`
  for (const [name, value] of attributes) start += ` ${name}="${attribute(String(value))}"`
  if (inside.length === 0 && SHAPES.has(kind)) return `${start}/>`
  return `${start}>${inside.map(markup).join("")}</${kind}>`
}

/** @param {string} text */
function attribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
}

/** @param {string} text */
function quoted(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}

/** @param {number} length */
function em(length) {
  return Number(length.toFixed(3))
}
