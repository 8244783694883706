#!/usr/bin/env bash
# Finding: In LangGraph.js a Date in the state is a Date for the next node, but a text after interrupt() and
#          resume; NaN is null, a Float32Array a plain object without length, a URL a text. Map and Set
#          stay what they are.
# A good guess says: what survives from node to node survives the checkpoint; its serializer is made for it.
# What happens: the checkpoint is JSON with additions for Map, Set, RegExp, Error and Uint8Array; all else goes
#          as JSON.stringify has it. The Python LangGraph keeps dates. It shows only where a run was
#          interrupted, with MemorySaver too; keep dates as texts in the state, and vectors as plain lists.
# Versions: langchain-langgraph 1.7.3, langchain-core 1.4.0 (npm @langchain/…, Node 20)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN_LANGGRAPH=${LANGCHAIN_LANGGRAPH-1.7.3}
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.4.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "@langchain/langgraph@${LANGCHAIN_LANGGRAPH:-latest}" \
  "@langchain/core@${LANGCHAIN_CORE:-latest}" zod@4.6.7 >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Annotation, Command, END, interrupt, MemorySaver, START, StateGraph } from "@langchain/langgraph";

for (const name of ["langgraph", "core"]) console.log(`langchain-${name}`, JSON.parse(readFileSync(`node_modules/@langchain/${name}/package.json`, "utf8")).version);
const State = Annotation.Root({ value: Annotation(), kind: Annotation() });
/** What this is: Date, Map, NaN, a text, a plain object … */
const kind = (value) => (Number.isNaN(value) ? "NaN" : Object.prototype.toString.call(value).slice(8, -1));
/** The kind of the value that the second node sees, when it first asks a person and when it does not. */
async function passed(value, asks) {
  const graph = new StateGraph(State)
    .addNode("first", () => ({ value }))
    .addNode("second", (state) => {
      if (asks) interrupt("send it?");
      return { kind: kind(state.value) };
    })
    .addEdge(START, "first")
    .addEdge("first", "second")
    .addEdge("second", END)
    .compile({ checkpointer: new MemorySaver() });
  const thread = { configurable: { thread_id: "1" } };
  const result = await graph.invoke({}, thread);
  return (asks ? await graph.invoke(new Command({ resume: true }), thread) : result).kind;
}
const values = {
  Date: new Date("2026-11-30"),
  NaN: Number.NaN,
  Float32Array: new Float32Array([0.5, 1.5]),
  URL: new URL("https://example.org/"),
  Map: new Map([["a", 1]]),
  Set: new Set([1]),
};
const seen = {};
for (const [name, value] of Object.entries(values)) {
  seen[name] = [await passed(value, false), await passed(value, true)];
  console.log(`${name}: to the next node ${seen[name][0]}, after interrupt and resume ${seen[name][1]}`);
}
const recorded = { Date: "String", NaN: "Null", Float32Array: "Object", URL: "String", Map: "Map", Set: "Set" };
if (Object.keys(values).some((name) => seen[name][0] !== name || seen[name][1] !== recorded[name])) {
  console.log(`DIFFERENT from the record: themselves to the next node, after the interrupt ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
