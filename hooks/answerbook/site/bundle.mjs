// Bundles the scripts of web/ into classic ones: a page opened from disk runs no modules. Runs at the root of the project, reads nothing, writes JSON {name: text}; of all bundles, or of those that are named.
import { build } from "esbuild"
import { readFile } from "node:fs/promises"
import path from "node:path"

const web = path.join(process.cwd(), "web")
const entries = [
  ...["answerbook", "search", "match", "moved", "filter", "practice", "list", "cite", "home", "mock", "steps"],
  ...["formula", "keys", "share", "sw", "framed", "enlarge", "tags"],
]
const calculators = ["kv", "params", "memory", "inference", "flops", "serving"]
// What the calculators call the parts of their own objects: nobody outside their scripts says these names, and the
// browser gives none of them to its own, nor does the page to its data.
const own = new RegExp(
  `^(?:${[
    "layers|heads|window|chunked|compress|gate|sinks|conv|rank|total|active|shared|dense|latent|beside|vocab|groups",
    "experts|ffn|gated|bias|norms?|tied|pooler|buckets|streams|mixed|letters|formula|steps|said|choices",
    "assumed|routed|router|attention|embedding|bandwidth|computing|reading|matrix|v_dim|q_rank|o_rank|o_groups",
    "overhead|sequence|requests|operations|seconds|copies|windows|ranks|recompute|microbatches|targets|frozen|adapter",
    "logits|activations|stage|tensor|pipeline|fraction|problems?|fields|result|answer|notes|given",
    "[a-z]{2,}_[a-z_]+",
  ].join("|")})$`,
)

const named = process.argv.slice(2)
const wanted = (/** @type {string} */ name) => named.length === 0 || named.includes(name)

/**
 * The bundles of these entry points by file name, small.
 * @param {{ in: string, out: string }[]} entryPoints
 * @param {RegExp} [mangleProps]
 */
async function bundled(entryPoints, mangleProps) {
  const { outputFiles } = await build({
    entryPoints: entryPoints.filter(({ out }) => wanted(out)),
    outdir: web,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2021",
    charset: "utf8",
    legalComments: "none",
    mangleProps,
    // Not what a jsconfig.json here or in a folder above says: the same sources are the same bytes.
    tsconfigRaw: { compilerOptions: { strict: true } },
    write: false,
  })
  return Object.fromEntries(outputFiles.map((file) => [path.basename(file.path), file.text]))
}

const bundles = {
  ...(await bundled([
    ...entries.map((name) => ({ in: path.join(web, `${name}.js`), out: name })),
    { in: path.join(web, "calc", "own.js"), out: "calc-own" },
  ])),
  ...(await bundled(
    calculators.map((name) => ({ in: path.join(web, "calc", "pages", `${name}.js`), out: `calc-${name}` })),
    own,
  )),
}
// Whoever passes it on passes this on, too.
if (wanted("practice")) {
  bundles["practice.js"] += `/* ts-fsrs: ${await readFile("node_modules/ts-fsrs/LICENSE", "utf8")}*/`
}
// Exit only when all is written: process.exit would cut a pipe short.
process.stdout.write(JSON.stringify(bundles))
