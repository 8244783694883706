/** /mock/: five questions from a job's path, drawn by the seed in the address. Nothing leaves the browser. */

import { copy } from "./clipboard.js"
import { JOB, draw, isSeed, newSeed } from "./mock/draw.js"
import { NO_DRAFT, Round, cardsOf } from "./mock/round.js"
import { show as showSheet } from "./mock/sheet.js"
import { withQuestions } from "./practice/book.js"
import { ProgressStore } from "./practice/storage.js"
import { add } from "./practice/progress.js"
import { lasting } from "./site.js"
import { element } from "./view.js"

/** @typedef {import("./practice/plan.js").PracticeIndex} PracticeIndex */
/** @typedef {import("./mock/report.js").Given} Given */
/** @typedef {import("./mock/round.js").Draft} Draft */
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
  new MockPage(place, index).open()
}

/** Which interview is chosen, and the way into it and out. */
class MockPage {
  /** @param {HTMLElement} place @param {PracticeIndex} index */
  constructor(place, index) {
    this.place = place
    this.index = index
    this.form = /** @type {HTMLFormElement} */ (this.find("choice"))
    this.start = /** @type {HTMLButtonElement} */ (this.find("start"))
    this.job = /** @type {HTMLSelectElement} */ (this.form.elements.namedItem("path"))
    this.said = this.find("plan")
    const given = new URLSearchParams(location.search)
    const path = given.get("path") ?? ""
    const seed = given.get("seed")
    if (Object.hasOwn(index.paths, path) && index.paths[path].kind === JOB) this.job.value = path
    this.seed = isSeed(seed) ? String(seed) : newSeed()
    this.onSheet = given.has("sheet")
    this.keeper = new ProgressStore(() => this.tell())
    this.round = new Round(
      this.find("desk"),
      (id, grade, notes) => this.graded(id, grade, notes),
      (answers, draft) => keep({ path: this.job.value, seed: this.seed, answers, draft }),
      (done) => this.leave(done),
    )
  }

  /** @param {string} name */
  find(name) {
    return /** @type {HTMLElement} */ (this.place.querySelector(`[data-${name}]`))
  }

  /** Show what the address says, and listen. */
  open() {
    const { form, said } = this
    if (apart()) form.append(element("p", {}, element("small", {}, APART)))
    this.job.addEventListener("change", () => this.settle())
    this.find("again").addEventListener("click", () => {
      this.seed = newSeed()
      this.settle()
    })
    this.find("link").addEventListener("click", async () => {
      const address = this.address()
      said.textContent = (await copy(address)) ? "已复制；用同一版书打开它，是同一套题" : address
    })
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      const { answers, draft } = begun(this.job.value, this.seed)
      void this.withInterview((interview) => this.round.start(interview, answers, draft))
    })
    this.settle()
    if (this.onSheet) void this.withInterview((interview) => showSheet(this.find("sheet"), interview))
  }

  /** The address says which interview is chosen, and the page how far it got. */
  settle() {
    const { job, seed, start, said } = this
    const here = new URL(location.href)
    here.search = String(new URLSearchParams({ path: job.value, seed }))
    if (this.onSheet) here.searchParams.set("sheet", "")
    try {
      history.replaceState(history.state, "", here)
    } catch {
      // From disk some browsers refuse; the address can still be copied.
    }
    here.searchParams.set("sheet", "")
    const sheet = /** @type {HTMLAnchorElement} */ (this.find("sheet-link"))
    sheet.href = here.href
    this.find("seed").textContent = seed
    start.disabled = false
    const { answers, draft } = begun(job.value, seed)
    start.textContent = answers.length || draft.notes ? `接着第 ${answers.length + 1} 题` : "开始"
    said.textContent = `${draw(this.index, job.value, seed).length} 道题，大约四十分钟。`
  }

  address() {
    const made = new URL(lasting("mock/"))
    made.search = String(new URLSearchParams({ path: this.job.value, seed: this.seed }))
    return made.href
  }

  /** Fetch the questions of the interview. @param {(interview: Interview) => void} use */
  async withInterview(use) {
    const { index, job, said } = this
    const titles = new Map(index.questions.map(({ id, title }) => [id, title]))
    const drawn = draw(index, job.value, this.seed)
    said.textContent = "正在取题…"
    try {
      const rows = await Promise.all(
        drawn.map(async (one) => ({ drawn: one, title: titles.get(one.id) ?? one.id, cards: await cardsOf(one) })),
      )
      said.textContent = ""
      this.place.classList.add("practice--busy")
      this.form.hidden = true
      use({ job: index.paths[job.value].title, link: this.address(), rows })
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
  graded(id, grade, notes) {
    const { keeper } = this
    const now = Date.now()
    keeper.save(
      add(keeper.progress, id, { grades: [[now, grade]], written: notes.trim() ? [[now, notes.trim()]] : [] }),
    )
  }

  /** @param {boolean} done the next one is another */
  leave(done) {
    this.place.classList.remove("practice--busy")
    this.form.hidden = false
    if (done) this.seed = newSeed()
    this.settle()
    this.start.focus()
  }

  /** What went wrong with keeping the progress. */
  tell() {
    const { trouble } = this.keeper
    this.find("trouble").textContent = trouble && `${trouble}，离开前请下载报告`
    this.find("trouble").hidden = !trouble
  }
}

/** @typedef {{ answers: Given[], draft: Draft }} Kept */

/**
 * @param {Kept & { path: string, seed: string }} state
 */
function keep(state) {
  try {
    sessionStorage.setItem(BEGUN, JSON.stringify(state))
  } catch {
    // Then a reload begins anew.
  }
}

/**
 * What was answered and written of this interview before the page was loaded again.
 * @param {string} path
 * @param {string} seed
 * @returns {Kept}
 */
function begun(path, seed) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(BEGUN) ?? "null")
    const isTold = (/** @type {Draft} */ one) => Number.isInteger(one.seconds) && typeof one.notes === "string"
    const fits =
      kept.path === path &&
      kept.seed === seed &&
      kept.answers.every((/** @type {Given} */ one) => isTold(one) && [1, 2, 3, 4].includes(one.grade)) &&
      isTold(kept.draft)
    if (fits) return kept
  } catch {
    // Nothing was begun.
  }
  return { answers: [], draft: NO_DRAFT }
}
