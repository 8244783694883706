#!/usr/bin/env bash
# Finding: Prettier, run on Markdown with '$\theta^*$ 和 $\phi^*$', writes '$\theta^_$ 和 $\phi^_$': the star of the
#          best parameters becomes an underscore, and neither formula can be set any more.
# A good guess says: it knows $…$ and leaves formulas alone.
# What happens: only $$…$$ is a formula to it; between single dollars stands text, and a star in one formula and
#          one in the next are emphasis around what stands between, which Prettier writes with underscores,
#          ^{*} too. One star in the paragraph, \ast, subscripts and $$ are left as they are, and so is $a*b$.
# Versions: prettier 3.10.1, katex 0.19.1 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
PRETTIER=${PRETTIER-3.10.1}
KATEX=${KATEX-0.19.1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "prettier@${PRETTIER:-latest}" "katex@${KATEX:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import katex from "katex";
import { format } from "prettier";

for (const name of ["prettier", "katex"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const kept = {
  "one star": String.raw`最优的 $\theta^*$ 由梯度下降得到。`,
  "\\ast": String.raw`最优的 $\theta^\ast$ 和 $\phi^\ast$。`,
  "products": String.raw`$a*b$ 与 $c*d$，$x_i$ 与 $y_i$。`,
  "alone on its line": String.raw`$$
\theta^* = \phi^*
$$`,
};
const changed = {
  "two stars": String.raw`最优的 $\theta^*$ 和 $\phi^*$。`,
  "English": String.raw`the optimum $\theta^*$ and its value $J^*$ are unknown`,
  "in braces": String.raw`$\theta^{*}$ 和 $\phi^{*}$`,
  "policy": String.raw`$\pi^*(a \mid s)$ 与 $Q^*(s, a)$`,
};
/** Whether KaTeX can set every formula of this text. */
function settable(text) {
  return text.match(/\$[^$]+\$/g).every((formula) => {
    try {
      katex.renderToString(formula.slice(1, -1));
      return true;
    } catch {
      return false;
    }
  });
}
const seen = {};
for (const [name, text] of Object.entries({ ...kept, ...changed })) {
  const written = (await format(text, { parser: "markdown" })).trim();
  seen[name] = [written === text, settable(written)];
  console.log(`${name}: ${text.replaceAll("\n", " ")} -> ${written.replaceAll("\n", " ")}`);
}
const right = Object.keys(kept).every((name) => seen[name][0]) && Object.keys(changed).every((name) => !seen[name][0]);
if (!right || seen["two stars"][1] || seen.English[1]) {
  console.log("DIFFERENT from the record: two formulas with stars are rewritten and cannot be set, the others stay");
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
