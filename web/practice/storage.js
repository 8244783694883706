/** Progress in the browser's storage, which may be full, switched off or damaged: nothing in it is lost without a word. */

import { PREFIX } from "../store.js"
import { empty, merge, parse, text } from "./progress.js"

/** @typedef {import("./progress.js").Progress} Progress */

const NAME = `${PREFIX}practice`
const DAMAGED = `${PREFIX}practice.damaged`
const EXPORTED = `${PREFIX}practice.exported`
const UNSAVED = "浏览器没有存下来（存储已满，或者不让这一页保存）；进度只在这一页里"

export class ProgressStore {
  /** @param {() => void} changed called when trouble came or went, or another page of the book has saved */
  constructor(changed) {
    this.changed = changed
    /** What the reader has to know of the storage; "" when all is well. */
    this.trouble = ""
    /** What stood in the storage and could not be read. */
    this.damaged = attempt(() => localStorage.getItem(DAMAGED), null) ?? ""
    /** @type {Progress} */
    this.progress = merge(empty(), this.stored())
    addEventListener("storage", ({ key }) => {
      if (key !== NAME) return
      this.progress = merge(this.progress, this.stored())
      this.changed()
    })
  }

  /**
   * What the storage holds. Damaged, it is laid aside, so that saving does not overwrite it.
   * @returns {Progress}
   */
  stored() {
    let kept
    try {
      kept = localStorage.getItem(NAME)
    } catch {
      this.trouble = UNSAVED
      return empty()
    }
    try {
      return kept === null ? empty() : parse(kept)
    } catch {
      this.damaged = kept ?? ""
      attempt(() => localStorage.setItem(DAMAGED, this.damaged), undefined)
      return empty()
    }
  }

  /** @param {Progress} progress to be kept, with whatever another page has saved in the meantime */
  save(progress) {
    this.progress = merge(progress, this.stored())
    try {
      localStorage.setItem(NAME, text(this.progress))
      this.trouble = ""
    } catch {
      this.trouble = UNSAVED
    }
    this.changed()
  }

  /** @returns {number} when progress was last exported from this browser; 0 for never */
  get exported() {
    return Number(attempt(() => localStorage.getItem(EXPORTED), null) ?? 0) || 0
  }

  /** @param {number} time */
  set exported(time) {
    attempt(() => localStorage.setItem(EXPORTED, String(time)), undefined)
  }

  /** What could not be read is no longer needed. */
  forgetDamaged() {
    this.damaged = ""
    attempt(() => localStorage.removeItem(DAMAGED), undefined)
    this.changed()
  }
}

/**
 * @template T
 * @param {() => T} act
 * @param {T} otherwise where storage is switched off or full
 */
function attempt(act, otherwise) {
  try {
    return act()
  } catch {
    return otherwise
  }
}
