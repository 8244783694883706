// PDF/UA-1 as veraPDF judges it: its rules, run by the Rhino that it brings, over each PDF named.
// Writes {"file": ["clause-test message, where it is", …]} with what each file breaks.

/** @typedef {any} Java an object of Java, whose methods Rhino calls */
/** @type {{ Packages: Java, java: Java, arguments: string[], print: (text: string) => void }} */
const rhino = /** @type {any} */ (globalThis)
const { util, io, lang } = rhino.java
const verapdf = rhino.Packages.org.verapdf
const Profiles = verapdf.pdfa.validation.profiles.Profiles
const flavour = verapdf.pdfa.flavours.PDFAFlavour.PDFUA_1

/** @type {(node: Java, name: string) => Java[]} the elements of this name */
function all(node, name) {
  const found = node.getElementsByTagName(name)
  return Array.from({ length: found.getLength() }, (_, at) => found.item(at))
}

/** @type {(node: Java, name: string) => Java} the words of the first of them */
const text = (node, name) => all(node, name)[0].getTextContent()

/** The jar has the profile, but not the reader of XML that veraPDF would read it with. */
function profile() {
  const path = "org/verapdf/pdfa/validation/PDFUA-1.xml"
  const source = lang.Thread.currentThread().getContextClassLoader().getResourceAsStream(path)
  const tree = rhino.Packages.javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source)
  const rules = new util.HashSet(all(tree, "rule").map(rule))
  const variables = new util.HashSet(all(tree, "variable").map(variable))
  const details = Profiles.profileDetailsFromValues("", "", "", new util.Date(0))
  return Profiles.profileFromValues(flavour, details, "", rules, variables)
}

/** @type {(one: Java) => Java} */
function rule(one) {
  const id = all(one, "id")[0]
  const standard = verapdf.pdfa.flavours.PDFAFlavour.Specification.ISO_14289_1
  const number = Profiles.ruleIdFromValues(standard, id.getAttribute("clause"), Number(id.getAttribute("testNumber")))
  const error = Profiles.errorFromValues(text(one, "message"), new util.ArrayList())
  const deferred = String(one.getAttribute("deferred")) === "true" ? lang.Boolean.TRUE : null
  const object = one.getAttribute("object")
  const tags = one.getAttribute("tags")
  const description = text(one, "description")
  const test = text(one, "test")
  return Profiles.ruleFromValues(number, object, deferred, tags, description, test, error, new util.ArrayList())
}

/** @type {(one: Java) => Java} */
function variable(one) {
  const name = one.getAttribute("name")
  const object = one.getAttribute("object")
  return Profiles.variableFromValues(name, object, text(one, "defaultValue"), text(one, "value"))
}

/** @type {(file: string, rules: Java) => string[]} */
function broken(file, rules) {
  const foundry = verapdf.pdfa.Foundries.defaultInstance()
  const parser = foundry.createParser(new io.File(file), flavour)
  const result = foundry.createValidator(rules, false).validate(parser)
  if (result.getTotalAssertions() < 1000) throw new Error(`${file} was not looked at`)
  const said = Array.from(result.getTestAssertions().toArray(), (one) => {
    const id = one.getRuleId()
    return `${id.getClause()}-${id.getTestNumber()} ${one.getMessage()}, ${one.getLocation().getContext()}`
  })
  if (result.isCompliant() !== (said.length === 0)) throw new Error(`${file}: the result contradicts itself`)
  return said
}

verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
const rules = profile()
/** @type {Record<string, string[]>} */
const report = {}
for (let at = 0; at < rhino.arguments.length; at++) report[rhino.arguments[at]] = broken(rhino.arguments[at], rules)
rhino.print(JSON.stringify(report))
