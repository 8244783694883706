#!/usr/bin/env bash
# Finding: fetchEventSource of @microsoft/fetch-event-source sends the whole POST again when a stream breaks
#          off in the middle, and again when the tab was hidden and comes back: the page shows the text
#          twice ("字0字1字0字1字2字3"), and the model is paid for twice.
# A good guess says: a broken stream is an error for the caller, as with fetch; a hidden tab changes nothing.
# What happens: it does what EventSource does, for a POST, too: where onerror throws nothing it waits a second
#          and asks anew, without end; and it breaks the connection off while document.hidden. An onerror that
#          throws ends it at the first break; openWhenHidden: true leaves a hidden tab alone.
# Versions: @microsoft/fetch-event-source 2.0.1 (npm) (Node 20)
# Seen: 2026-12-01
set -euo pipefail
MICROSOFT_FETCH_EVENT_SOURCE=${MICROSOFT_FETCH_EVENT_SOURCE-2.0.1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps \
  "@microsoft/fetch-event-source@${MICROSOFT_FETCH_EVENT_SOURCE:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import http from "node:http";

const name = "@microsoft/fetch-event-source";
console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
/** The tab that it looks at: what it needs of a browser beside fetch. */
const tab = { hidden: false, listeners: [] };
globalThis.document = {
  get hidden() { return tab.hidden; },
  addEventListener: (_, told) => tab.listeners.push(told),
  removeEventListener: (_, told) => { tab.listeners = tab.listeners.filter((one) => one !== told); },
};
globalThis.window = { fetch: globalThis.fetch, setTimeout, clearTimeout };
const { fetchEventSource } = await import(name);
let [asked, breaks] = [0, 0];
const server = http.createServer((request, response) => {
  request.resume().on("end", () => {
    asked += 1;
    response.writeHead(200, { "content-type": "text/event-stream" });
    let said = 0;
    const timer = setInterval(() => {
      if (breaks > 0 && said === 2) { breaks -= 1; clearInterval(timer); response.destroy(); return; }
      if (said < 4) { response.write(`data: 字${said}\n\n`); said += 1; return; }
      clearInterval(timer);
      response.end("data: [DONE]\n\n");
    }, 100);
    response.on("close", () => clearInterval(timer));
  });
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));
/** What stands on the page, and how many POSTs the server got. */
async function shown(options, hide = false) {
  asked = 0;
  let text = "";
  const turned = (hidden) => () => { tab.hidden = hidden; for (const told of [...tab.listeners]) told(); };
  const onmessage = ({ data }) => {
    text += data === "[DONE]" ? "" : data;
    if (hide && data === "字1") { hide = false; turned(true)(); setTimeout(turned(false), 200); }
  };
  const call = fetchEventSource(`http://127.0.0.1:${server.address().port}/chat`,
    { method: "POST", body: "{\"question\": \"…\"}", onmessage, ...options });
  const end = await call.then(() => "done", () => "error");
  return `${text}, ${asked} POST, ${end}`;
}
const seen = {};
breaks = 1;
seen["broken off after two events"] = await shown({});
breaks = 1;
seen["the same, onerror throws"] = await shown({ onerror(error) { throw error; } });
seen["tab hidden for a moment"] = await shown({}, true);
seen["the same, openWhenHidden"] = await shown({ openWhenHidden: true }, true);
console.log(seen);
server.close();
const recorded = ["字0字1字0字1字2字3, 2 POST, done", "字0字1, 1 POST, error", "字0字1字0字1字2字3, 2 POST, done", "字0字1字2字3, 1 POST, done"];
if (JSON.stringify(Object.values(seen)) !== JSON.stringify(recorded)) {
  console.log("DIFFERENT from the record:", recorded);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
