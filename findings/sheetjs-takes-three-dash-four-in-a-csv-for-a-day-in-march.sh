#!/usr/bin/env bash
# Finding: SheetJS reads a CSV of answers as Excel would: "3-4" and "1/2" become days of the year 2001 (36954, 36893), "(3)"
#          becomes -3, "10%" 0.1, the id 007 is 7 and the hash 12e34 is 1.2e35; written out again it says 3/4/01.
# A good guess says: what a CSV holds stays text, or becomes a number where it is one.
# What happens: every cell is guessed as if typed into a spreadsheet. XLSX.read(…, {raw: true}) leaves all as it is.
#          Of the readers made for data, papaparse with dynamicTyping and csv-parse with cast keep 3-4 and 1/2,
#          but make 7 of 007; csv-parse makes 1.2e35 of 12e34.
# Versions: xlsx 0.18.5, papaparse 5.7.1, csv-parse 7.0.3 (npm) (Node 20)
# Seen: 2026-12-01
set -euo pipefail
export TZ=UTC # In that of Shanghai the two days are 43 seconds longer.
XLSX=${XLSX-0.18.5}
PAPAPARSE=${PAPAPARSE-5.7.1}
CSV_PARSE=${CSV_PARSE-7.0.3}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "xlsx@${XLSX:-latest}" \
  "papaparse@${PAPAPARSE:-latest}" "csv-parse@${CSV_PARSE:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import Papa from "papaparse";
import XLSX from "xlsx";

for (const name of ["xlsx", "papaparse", "csv-parse"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const ANSWERS = ["3-4", "1/2", "(3)", "10%", "007", "12e34"];
const csv = `answer,model\n${ANSWERS.map((answer) => `${answer},a`).join("\n")}\n`;
const sheet = (options) => Object.values(XLSX.read(csv, { type: "string", ...options }).Sheets)[0];
const column = (rows) => rows.map((row) => row.answer);
const seen = {
  xlsx: column(XLSX.utils.sheet_to_json(sheet())),
  "xlsx, written again": XLSX.utils.sheet_to_csv(sheet()).split("\n").slice(1, 3).map((line) => line.split(",")[0]),
  "xlsx, raw": column(XLSX.utils.sheet_to_json(sheet({ raw: true }))),
  papaparse: column(Papa.parse(csv, { header: true, dynamicTyping: true, skipEmptyLines: true }).data),
  "csv-parse": column(parse(csv, { columns: true, cast: true })),
};
console.log(ANSWERS, seen);
const recorded = [[36954, 36893, -3, 0.1, 7, 1.2e35], ["3/4/01", "1/2/01"], ANSWERS, ["3-4", "1/2", "(3)", "10%", 7, "12e34"], ["3-4", "1/2", "(3)", "10%", 7, 1.2e35]];
if (JSON.stringify(Object.values(seen)) !== JSON.stringify(recorded)) {
  console.log("DIFFERENT from the record:", recorded);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
