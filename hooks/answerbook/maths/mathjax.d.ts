/** MathJax 4 in Node.js, as far as `typeset.mjs` uses it: the package brings no types of its own. */
declare module "mathjax" {
  /** A node of MathJax's own light document; its adaptor alone looks inside. */
  export type Node = { readonly liteNode: never }

  export interface Adaptor {
    options: { cjkCharWidth: number }
    kind(node: Node): string
    childNodes(node: Node): Node[]
    firstChild(node: Node): Node
    outerHTML(node: Node): string
    allAttributes(node: Node): { name: string; value: string }[]
    getAttribute(node: Node, name: string): string
    setAttribute(node: Node, name: string, value: string): void
    removeAttribute(node: Node, name: string): void
    getStyle(node: Node, name: string): string
    hasClass(node: Node, name: string): boolean
    insert(child: Node, before: Node): void
    remove(node: Node): void
  }

  const MathJax: {
    init(settings: object): Promise<void>
    loader: { load(name: string): Promise<void>; defaultReady(): Promise<void> }
    startup: {
      adaptor: Adaptor
      output: { font: { params: { x_height: number } }; options: { linebreaks: { inline: boolean } } }
    }
    texReset(): void
    tex2svgPromise(tex: string, options: { display: boolean }): Promise<Node>
  }
  export default MathJax
}
