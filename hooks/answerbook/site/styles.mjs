// Makes stylesheets. Reads a JSON list of {theme, ours, used}: the theme's rules ("" for a sheet that goes without), ours, and the texts that name what pages hold; writes a JSON list of CSS.
import { transform } from "esbuild"
import { text } from "node:stream/consumers"
import { PurgeCSS } from "purgecss"

// What Markdown and notebooks make without any of our texts naming it.
const ELEMENTS = `a abbr b blockquote body br button caption code dd del div dl dt em figcaption figure footer form
  h1 h2 h3 h4 header hr html i img input ins kbd label li main mark nav ol p path pre s samp section small span strong
  sub sup svg table tbody td tfoot th thead time tr u ul use var`.split(/\s+/)

// What greed kept beside code: rules of the theme for what our pages do not hold.
const ABSENT =
  /\.(?:grid|tabbed-block|highlighttable|filename|keys|result|md-annotation)\b|\[data-(?:linenos|md-copying)|\[align|\[type|\.md-nav(?: \.md-nav){2}|scrollbar-thumb|\.highlight code a\[id|\bh[56]\b|\b(?:abbr|iframe|video)\b|\.(?:hll|lg|middle)\b|\.md-nav__link(?:\S* code| svg|>| \.)|\.md-header\[hidden|\.md-nav--primary \.md-nav--secondary|__inner>(?:pre|\.highlight)|:focus code|\.highlight \.g\w\b|figure img|table:not\(\[class\]\)|(?:\b[ou]l ){3}[ou]l|^\.no-js \.md-sidebar/

const sheets = JSON.parse(await text(process.stdin))
process.stdout.write(JSON.stringify(await Promise.all(sheets.map(made))))

/** @param {{ theme: string, ours: string, used: string[] }} sheet */
async function made({ theme, ours, used }) {
  const { code } = await transform(theme ? `@layer theme{${await pruned(theme, ours, used)}}\n${ours}` : ours, {
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
 * The rules of the theme that pages can need.
 * @param {string} theme
 * @param {string} ours
 * @param {string[]} used
 */
async function pruned(theme, ours, used) {
  const [kept] = await new PurgeCSS().purge({
    content: used.map((raw) => ({ raw, extension: "txt" })),
    css: [{ raw: theme }],
    // Pygments names the parts of code.
    // What is closed is set by the book alone; the theme dresses it as a box, in twelve colours. The others are words of
    // our texts, and names of what we do not have: cards in a grid, tabs, code with numbered lines.
    blocklist: ["details", "summary", "grid", "inline", "tabbed-block", "mermaid", "highlighttable"],
    safelist: {
      standard: ELEMENTS,
      greedy: [/^highlight$/],
      variables: [...ours.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name),
    },
    // Most are pictures of what we do not have.
    variables: true,
    keyframes: true,
  })
  const rest = kept.css.replace(/([^{}]+)\{([^{}]*)\}/g, (_all, selectors, body) => {
    const left = selectors.split(/,(?![^(]*\))/).filter((/** @type {string} */ one) => !ABSENT.test(one))
    return left.length ? `${left.join()}{${body}}` : ""
  })
  // What ours says of a colour or a shadow counts: the theme's own is never seen.
  const said = new Set(Array.from(ours.matchAll(/(--md-[\w-]+)\s*:/g), ([, name]) => name))
  return rest.replace(/(--md-[\w-]+):[^;}]*;?/g, (all, name) => (said.has(name) ? "" : all))
}
