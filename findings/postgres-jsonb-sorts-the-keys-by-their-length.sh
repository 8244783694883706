#!/usr/bin/env bash
# Finding: A tool written to a jsonb column as name, description, parameters comes back as name, parameters,
#          description; a message as id, abc, name, role, content: the shorter key first. So the prompt's
#          bytes are others after a restart, and the prefix cache misses.
# A good guess says: the keys keep their order, or are sorted by the alphabet like sort_keys.
# What happens: jsonb sorts by the number of bytes, then by the bytes; a key in Chinese counts three a character.
#          1e3 becomes 1000, 1.10 stays 1.10. The type json keeps the text as it was written. Sorting the
#          keys by the alphabet before sending gives one order for all sides.
# Versions: @electric-sql/pglite 0.5.17 (npm) (Node 20)
# Seen: 2026-11-30
set -euo pipefail
ELECTRIC_SQL_PGLITE=${ELECTRIC_SQL_PGLITE-0.5.17}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "@electric-sql/pglite@${ELECTRIC_SQL_PGLITE:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";

console.log("electric-sql-pglite", JSON.parse(readFileSync("node_modules/@electric-sql/pglite/package.json", "utf8")).version);
const base = new PGlite();
console.log("Postgres", (await base.query("SHOW server_version")).rows[0].server_version);
const tool = { name: "search", description: "找资料", parameters: { type: "object", properties: { query: { type: "string" }, k: { type: "integer" } }, required: ["query"] } };
const message = { role: "user", content: "你好", name: "x", id: 3, abc: 1, 模型: 2 };
await base.exec("CREATE TABLE kept (one jsonb, other json)");
const seen = {};
for (const [name, value] of Object.entries({ tool, message })) {
  const text = JSON.stringify(value);
  const { one, other } = (await base.query("INSERT INTO kept VALUES ($1::text::jsonb, $1::text::json) RETURNING one::text, other::text", [text])).rows[0];
  seen[name] = Object.keys(JSON.parse(one)).join(" ");
  console.log(`${name}: jsonb ${one}`);
  if (other !== text) seen[`${name}, json`] = other;
}
seen.numbers = (await base.query(`SELECT '[1.10, 1e3, 1.0, 9007199254740993]'::jsonb::text AS text`)).rows[0].text;
console.log("numbers:", seen.numbers);
const recorded = { tool: "name parameters description", message: "id abc name role 模型 content", numbers: "[1.10, 1000, 1.0, 9007199254740993]" };
if (JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log(`DIFFERENT from the record: ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
node run.mjs
