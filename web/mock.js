/** /mock/: five questions from a job's path, drawn by the seed in the address. Nothing leaves the browser. */

import { copy } from "./clipboard.js"
import { JOB, draw, isSeed, newSeed } from "./mock/draw.js"
import { Round, cardsOf } from "./mock/round.js"
import { show as showSheet } from "./mock/sheet.js"
import { withQuestions } from "./practice/book.js"
import { ProgressStore } from "./practice/storage.js"
import { add } from "./practice/progress.js"
import { lasting } from "./site.js"
import { element } from "./view.js"

/** @typedef {import("./practice/plan.js").PracticeIndex} PracticeIndex */
/** @typedef {import("./mock/report.js").Given} Given */
/** @typedef {import("./mock/round.js").Interview} Interview */

// An interview that was begun in this tab.
const BEGUN = "answerbook.1.mock"

const APART = "从磁盘打开时，Firefox 把每个文件当作一个网站：这里的评分留在这一页，练习页看不到。"

/** Whether what this page keeps is for no other page of the book. */
const apart = () => location.protocol === "file:" && /\bFirefox\//.test(navigator.userAgent)

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-mock]"))
if (root) void withQuestions(root, mount)

/** @param {HTMLElement} place @param {PracticeIndex} index */
function mount(place, index) {
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-${name}]`))
  const form = /** @type {HTMLFormElement} */ (find("choice"))
  const start = /** @type {HTMLButtonElement} */ (find("start"))
  const job = /** @type {HTMLSelectElement} */ (form.elements.namedItem("path"))
  const said = find("plan")
  const given = new URLSearchParams(location.search)
  const path = given.get("path") ?? ""
  if (Object.hasOwn(index.paths, path) && index.paths[path].kind === JOB) job.value = path
  let seed = given.get("seed")
  seed = isSeed(seed) ? seed : newSeed()
  if (apart()) form.append(element("p", {}, element("small", {}, APART)))
  const keeper = new ProgressStore(() => tell(keeper))
  const round = new Round(
    find("desk"),
    graded,
    (answers) => keep({ path: job.value, seed: String(seed), answers }),
    leave,
  )
  job.addEventListener("change", settle)
  find("again").addEventListener("click", () => {
    seed = newSeed()
    settle()
  })
  find("link").addEventListener(
    "click",
    async () => (said.textContent = (await copy(address())) ? "已复制；用同一版书打开它，是同一套题" : address()),
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    void open((interview) => round.start(interview, begun(job.value, String(seed))))
  })
  settle()
  if (given.has("sheet")) void open((interview) => showSheet(find("sheet"), interview))

  /** The address says which interview is chosen, and the page how far it got. */
  function settle() {
    const here = new URL(location.href)
    here.search = String(new URLSearchParams({ path: job.value, seed: String(seed) }))
    if (given.has("sheet")) here.searchParams.set("sheet", "")
    try {
      history.replaceState(history.state, "", here)
    } catch {
      // From disk some browsers refuse; the address can still be copied.
    }
    here.searchParams.set("sheet", "")
    const sheet = /** @type {HTMLAnchorElement} */ (find("sheet-link"))
    sheet.href = here.href
    find("seed").textContent = String(seed)
    start.disabled = false
    const done = begun(job.value, String(seed)).length
    start.textContent = done ? `接着第 ${done + 1} 题` : "开始"
    said.textContent = `${draw(index, job.value, String(seed)).length} 道题，大约四十分钟。`
  }

  function address() {
    const made = new URL(lasting("mock/"))
    made.search = String(new URLSearchParams({ path: job.value, seed: String(seed) }))
    return made.href
  }

  /** @param {(interview: Interview) => void} use */
  async function open(use) {
    const titles = new Map(index.questions.map(({ id, title }) => [id, title]))
    const drawn = draw(index, job.value, String(seed))
    said.textContent = "正在取题…"
    try {
      const rows = await Promise.all(
        drawn.map(async (one) => ({ drawn: one, title: titles.get(one.id) ?? one.id, cards: await cardsOf(one) })),
      )
      said.textContent = ""
      place.classList.add("practice--busy")
      form.hidden = true
      use({ job: index.paths[job.value].title, link: address(), rows })
    } catch {
      said.textContent = "没有取到题目，请检查网络后再试"
    }
  }

  /**
   * An answer in an interview is a try like any other.
   * @param {string} id
   * @param {number} grade
   * @param {string} notes
   */
  function graded(id, grade, notes) {
    const now = Date.now()
    keeper.save(
      add(keeper.progress, id, { grades: [[now, grade]], written: notes.trim() ? [[now, notes.trim()]] : [] }),
    )
  }

  function leave() {
    place.classList.remove("practice--busy")
    form.hidden = false
    seed = newSeed()
    settle()
    start.focus()
  }

  /** @param {ProgressStore} keeper */
  function tell({ trouble }) {
    find("trouble").textContent = trouble
    find("trouble").hidden = !trouble
  }
}

/**
 * @param {{ path: string, seed: string, answers: Given[] }} state
 */
function keep(state) {
  try {
    sessionStorage.setItem(BEGUN, JSON.stringify(state))
  } catch {
    // Then a reload begins anew.
  }
}

/**
 * What was answered of this interview before the page was loaded again.
 * @param {string} path
 * @param {string} seed
 * @returns {Given[]}
 */
function begun(path, seed) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(BEGUN) ?? "null")
    const fits =
      kept.path === path &&
      kept.seed === seed &&
      kept.answers.every(
        (/** @type {Given} */ one) =>
          Number.isInteger(one.seconds) && typeof one.notes === "string" && [1, 2, 3, 4].includes(one.grade),
      )
    return fits ? kept.answers : []
  } catch {
    return []
  }
}
