#!/usr/bin/env bash
# Finding: zodToJsonSchema(z.object({ city: z.string() })) with zod 4 gives { $schema: … } and
#          nothing else, without an error.
# A good guess says: the schema, or an error that this is zod 4.
# What happens: only schemas made with 'zod/v3' are read; every other one becomes the empty schema,
#          that allows everything. As a tool's parameters or a response format it tells the model
#          nothing and constrains nothing. zod 4 has z.toJSONSchema of its own; its default draft is
#          2020-12, for which Ajv needs ajv/dist/2020: the plain Ajv refuses to compile it.
# Versions: zod-to-json-schema 3.25.2, zod 4.6.7, ajv 8.20.0 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
ZOD_TO_JSON_SCHEMA=${ZOD_TO_JSON_SCHEMA-3.25.2}
ZOD=${ZOD-4.6.7}
AJV=${AJV-8.20.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "zod-to-json-schema@${ZOD_TO_JSON_SCHEMA:-latest}" \
  "zod@${ZOD:-latest}" \
  "ajv@${AJV:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { z } from "zod";
import { z as z3 } from "zod/v3";
import { zodToJsonSchema } from "zod-to-json-schema";

for (const name of ["zod-to-json-schema", "zod", "ajv"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const make = (library) => library.object({ city: library.string(), days: library.number().int().optional() });

/** Whether these two take and refuse what they should; an error's first words where none of it. */
function judges(Maker, schema) {
  try {
    const check = new Maker().compile(schema);
    return [check({ city: "北京" }), check({ city: 5 })];
  } catch (error) {
    return error.message.slice(0, 21);
  }
}
const lost = zodToJsonSchema(make(z));
const old = zodToJsonSchema(make(z3));
const own = z.toJSONSchema(make(z));
const seen = {
  "zod 4 through zod-to-json-schema": [Object.keys(lost), judges(Ajv, lost)],
  "zod/v3 through zod-to-json-schema": [Object.keys(old.properties), judges(Ajv, old)],
  "z.toJSONSchema": [Object.keys(own.properties), judges(Ajv, own)],
  "z.toJSONSchema, ajv/dist/2020": [Object.keys(own.properties), judges(Ajv2020, own)],
};
for (const [name, found] of Object.entries(seen)) console.log(`${name}: ${JSON.stringify(found)}`);
const recorded = {
  "zod 4 through zod-to-json-schema": [["$schema"], [true, true]],
  "zod/v3 through zod-to-json-schema": [["city", "days"], [true, false]],
  "z.toJSONSchema": [["city", "days"], "no schema with key or"],
  "z.toJSONSchema, ajv/dist/2020": [["city", "days"], [true, false]],
};
if (JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log(`DIFFERENT from the record: ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
