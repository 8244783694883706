// Makes stylesheets. Reads a JSON list of {theme, ours, used}: the theme's rules ("" for a sheet that goes without), ours, and the texts that name what pages hold; writes a JSON list of CSS.
import { transform } from "esbuild"
import { text } from "node:stream/consumers"

// What Markdown and notebooks make without any of our texts naming it.
const ELEMENTS = `a abbr b blockquote body br button caption code dd del div dl dt em figcaption figure footer form
  h1 h2 h3 h4 header hr html i img input ins kbd label li main mark nav ol p path pre s samp section small span strong
  sub sup svg table tbody td tfoot th thead time tr u ul use var`.split(/\s+/)

// Words of our texts that name what we do not have: cards in a grid, tabs, code with numbered lines. What is closed is set
// by the book alone; the theme dresses it as a box, in twelve colours.
const OTHERWISE = ["details", "summary", "grid", "inline", "tabbed-block", "mermaid", "highlighttable"]

// Pygments names the parts of code.
const CODE = /\.highlight(?![\w-])/

// What is kept beside code: rules of the theme for what our pages do not hold.
const ABSENT =
  /\.(?:grid|tabbed-block|highlighttable|filename|keys|result|md-annotation)\b|\[data-(?:linenos|md-copying)|\[align|\[type|\.md-nav(?: \.md-nav){2}|scrollbar-thumb|\.highlight code a\[id|\bh[56]\b|\b(?:abbr|iframe|video)\b|\.(?:hll|lg|middle)\b|\.md-nav__link(?:\S* code| svg|>| \.)|\.md-header\[hidden|\.md-nav--primary \.md-nav--secondary|__inner>(?:pre|\.highlight)|:focus code|\.highlight \.g\w\b|figure img|table:not\(\[class\]\)|(?:\b[ou]l ){3}[ou]l|^\.no-js \.md-sidebar/

const sheets = JSON.parse(await text(process.stdin))
process.stdout.write(JSON.stringify(await Promise.all(sheets.map(made))))

/** @param {{ theme: string, ours: string, used: string[] }} sheet */
async function made({ theme, ours, used }) {
  const { code } = await transform(theme ? `@layer theme{${pruned(theme, ours, used)}}\n${ours}` : ours, {
    loader: "css",
    minify: true,
    // The oldest that README.md promises.
    target: ["chrome111", "firefox113", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
  })
  return code
}

/**
 * The rules of the theme that pages can need: all that their selectors name stands in a text of ours.
 * @param {string} theme
 * @param {string} ours
 * @param {string[]} used
 */
function pruned(theme, ours, used) {
  const names = new Set(used.join("\n").match(/[\w-]+/g))
  for (const name of ELEMENTS) names.add(name)
  for (const name of OTHERWISE) names.delete(name)
  const rules = theme.replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors, body) => {
    if (/^@|^(?:from|to|[\d.]+%)/.test(selectors)) return rule
    const left = selectors.split(/,(?![^(]*\))/).filter((/** @type {string} */ one) => isHeld(one, names))
    return left.length ? `${left.join()}{${body}}` : ""
  })
  return withoutUnused(rules, ours)
}

/**
 * Whether a page can hold what a selector chooses, whatever state it asks for.
 * @param {string} selector
 * @param {Set<string>} names
 */
function isHeld(selector, names) {
  const named = selector.replace(/:not\([^)]*\)|:[\w-]+(?:\([^)]*\))?/g, " ").match(/[\w-]+/g) ?? []
  return (CODE.test(selector) || named.every((name) => names.has(name))) && !ABSENT.test(selector)
}

/**
 * The rules without the animations and the variables that nothing asks for: most are pictures of what we do not have.
 * What ours says of a colour or a shadow counts, too: the theme's own is never seen.
 * @param {string} rules
 * @param {string} ours
 */
function withoutUnused(rules, ours) {
  const said = new Set(Array.from(ours.matchAll(/(--md-[\w-]+)\s*:/g), ([, name]) => name))
  const moved = new Set((rules.match(/animation(?:-name)?:[^;}]*/g) ?? []).join().match(/[\w-]+/g))
  const left = rules.replace(/@(?:-\w+-)?keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}/g, (all, name) =>
    moved.has(name) ? all : "",
  )
  const asked = new Set(Array.from(ours.matchAll(/var\((--[\w-]+)/g), ([, name]) => name))
  const declarations = [...left.matchAll(/([\w-]+):((?:"[^"]*"|'[^']*'|[^;{}"'])*)/g)]
  for (let before = -1; before < asked.size; ) {
    before = asked.size
    for (const [, name, value] of declarations) {
      if (name.startsWith("--") && !asked.has(name)) continue
      for (const [, other] of value.matchAll(/var\((--[\w-]+)/g)) asked.add(other)
    }
  }
  return left.replace(/(?<=[{;])(--[\w-]+):(?:"[^"]*"|'[^']*'|[^;{}"'])*;?/g, (all, name) =>
    asked.has(name) && !said.has(name) ? all : "",
  )
}
