#!/usr/bin/env bash
# Finding: A tool's schema says that an order or a phone number is required (anyOf of two lists 'required');
#          z.fromJSONSchema() makes of it a check that takes {}. Written with oneOf, it takes nothing: not
#          {"order": "7"} either.
# A good guess says: it checks what Ajv checks, or throws at what it cannot.
# What happens: it reads a schema by its type; a branch without one takes anything, so any of two is always true
#          and exactly one of two never; allOf loses its 'required' as well. It stays so with type: "object" in the
#          branches, since 'required' counts only for properties named beside it. if/then, not and dependentRequired
#          throw. Where the branches repeat the properties, all is as in Ajv.
# Versions: zod 4.6.7, ajv 8.20.0 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
ZOD=${ZOD-4.6.7}
AJV=${AJV-8.20.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "zod@${ZOD:-latest}" "ajv@${AJV:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import ajv from "ajv/dist/2020.js";
import { z } from "zod";

for (const name of ["zod", "ajv"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const properties = { order: { type: "string" }, phone: { type: "string" } };
const either = [{ required: ["order"] }, { required: ["phone"] }];
const schemas = {
  anyOf: { type: "object", properties, anyOf: either },
  oneOf: { type: "object", properties, oneOf: either },
  allOf: { type: "object", properties, allOf: either },
  "anyOf, with type": { type: "object", properties, anyOf: either.map((one) => ({ type: "object", ...one })) },
  "anyOf, with properties": { type: "object", anyOf: either.map((one) => ({ type: "object", properties, ...one })) },
};
const values = [{}, { order: "7" }, { order: "7", phone: "138" }];
const checker = new (ajv.default ?? ajv)({ strict: false });
const seen = {};
for (const [name, schema] of Object.entries(schemas)) {
  const check = checker.compile(schema);
  const converted = z.fromJSONSchema(schema);
  seen[name] = [values.map((value) => check(value)), values.map((value) => converted.safeParse(value).success)];
  console.log(`${name}: ${values.map((value) => JSON.stringify(value)).join(", ")}: Ajv ${seen[name][0]}, zod ${seen[name][1]}`);
}
const thrown = [{ not: { const: 1 } }, { type: "object", if: { required: ["order"] }, then: { required: ["phone"] } }].every((schema) => {
  try {
    z.fromJSONSchema(schema);
    return false;
  } catch {
    return true;
  }
});
console.log("not and if throw:", thrown);
const yes = [true, true, true];
const recorded = {
  anyOf: [[false, true, true], yes],
  oneOf: [[false, true, false], [false, false, false]],
  allOf: [[false, false, true], yes],
  "anyOf, with type": [[false, true, true], yes],
  "anyOf, with properties": [[false, true, true], [false, true, true]],
};
if (!thrown || JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log(`DIFFERENT from the record: Ajv and zod ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
