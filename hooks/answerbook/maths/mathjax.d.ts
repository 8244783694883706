/** MathJax 4 in Node.js, as far as `typeset.mjs` uses it: the package brings no types of its own. */
declare module "mathjax" {
  /** A node of MathJax's own light document; its adaptor alone looks inside. */
  export type Node = { readonly liteNode: never }

  /** A node of a formula as MathJax has read it. */
  export interface MmlNode {
    childNodes: MmlNode[]
  }

  export interface Adaptor {
    options: { cjkCharWidth: number }
    kind(node: Node): string
    value(node: Node): string
    childNodes(node: Node): Node[]
    allAttributes(node: Node): { name: string; value: string }[]
    getAttribute(node: Node, name: string): string
    getStyle(node: Node, name: string): string
    hasClass(node: Node, name: string): boolean
  }

  /** A formula: `root` is what has been read, once it is compiled. */
  export interface MathItem {
    root: MmlNode
    setMetrics(em: number, ex: number, containerWidth: number, scale: number): void
    compile(document: MathDocument): void
  }

  export interface MathDocument {
    inputJax: object[]
    options: { MathItem: new (tex: string, input: object, display: boolean) => MathItem }
  }

  class SerializedMmlVisitor {
    visitTree(node: MmlNode, space: string): string
    visitNode(node: MmlNode, space: string): string
    visitInferredMrowNode(node: MmlNode, space: string): string
    visitDefault(node: MmlNode, space: string): string
    childNodeMml(node: MmlNode, space: string, newline: string): string
    getKind(node: MmlNode): string
    getAttributes(node: MmlNode): string
    getAttributeList(node: MmlNode): Record<string, unknown>
    getDataAttributes(node: MmlNode): Record<string, unknown>
    quoteHTML(text: string): string
  }

  const MathJax: {
    init(settings: object): Promise<void>
    loader: { load(name: string): Promise<void>; defaultReady(): Promise<void> }
    startup: {
      adaptor: Adaptor
      document: MathDocument
      output: {
        font: { params: { x_height: number } }
        options: { linebreaks: { inline: boolean } }
        typeset(item: MathItem, document: MathDocument): Node
      }
    }
    _: {
      core: { MmlTree: { SerializedMmlVisitor: { SerializedMmlVisitor: typeof SerializedMmlVisitor } } }
      util: { Retries: { handleRetriesFor<T>(make: () => T): Promise<T> } }
    }
    texReset(): void
  }
  export default MathJax
}
