/** What the page of a bench holds: our search, another engine's, and what is asked of either. */

interface Engine {
  open(): Promise<unknown>
  search(query: string): Promise<string[]>
}

interface Window {
  engine: Engine
  bench: {
    first(query: string): Promise<number>
    answers(queries: string[]): Promise<string[][]>
    keys(queries: string[]): Promise<number[]>
  }
}

declare const engine: Engine
/** What our own script leaves in the window. */
declare const answerbook: { search(query: string, options: { limit: number }): Promise<{ id: string }[]> }
/** Whether documents carry their aliases. */
declare const ALIASES: boolean
/** Of the library of that name. */
declare class MiniSearch {
  constructor(options: object)
  addAll(documents: object[]): void
  search(query: string): { id: string }[]
}
