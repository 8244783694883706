// Bundles the scripts of web/ into classic ones: a page opened from disk runs no modules; and the styles of single pages. Runs at the root of the project, reads nothing, writes JSON {name: text}.
import { build } from "esbuild"
import { readFile } from "node:fs/promises"
import path from "node:path"

const web = path.join(process.cwd(), "web")
const entries = ["answerbook", "search", "match", "moved", "practice"]
const styles = ["practice"]
const { outputFiles } = await build({
  entryPoints: [
    ...entries.map((name) => ({ in: path.join(web, `${name}.js`), out: name })),
    ...styles.map((name) => ({ in: path.join(process.cwd(), "overrides", "styles", `${name}.css`), out: name })),
  ],
  outdir: web,
  bundle: true,
  minify: true,
  format: "iife",
  // The oldest browsers that README.md promises.
  target: ["es2021", "chrome111", "firefox113", "safari16.4"],
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
