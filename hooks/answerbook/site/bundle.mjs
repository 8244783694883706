// Bundles the scripts of web/ into classic ones: a page opened from disk runs no modules. Runs at the root of the project, reads nothing, writes JSON {name: text}.
import { build } from "esbuild"
import { readFile } from "node:fs/promises"
import path from "node:path"

const web = path.join(process.cwd(), "web")
const entries = [
  ...["answerbook", "search", "match", "moved", "filter", "practice", "list", "cite", "home", "mock", "steps"],
  ...["formula", "keys", "share", "sw"],
]
const calculators = ["kv", "params", "memory", "inference", "flops", "serving"]
const { outputFiles } = await build({
  entryPoints: [
    ...entries.map((name) => ({ in: path.join(web, `${name}.js`), out: name })),
    ...calculators.map((name) => ({ in: path.join(web, "calc", "pages", `${name}.js`), out: `calc-${name}` })),
    { in: path.join(web, "calc", "own.js"), out: "calc-own" },
  ],
  outdir: web,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2021",
  charset: "utf8",
  legalComments: "none",
  // Not what a jsconfig.json here or in a folder above says: the same sources are the same bytes.
  tsconfigRaw: { compilerOptions: { strict: true } },
  write: false,
})
const bundles = Object.fromEntries(outputFiles.map((file) => [path.basename(file.path), file.text]))
// Whoever passes it on passes this on, too.
bundles["practice.js"] += `/* ts-fsrs: ${await readFile("node_modules/ts-fsrs/LICENSE", "utf8")}*/`
// Exit only when all is written: process.exit would cut a pipe short.
process.stdout.write(JSON.stringify(bundles))
