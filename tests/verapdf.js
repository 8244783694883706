// PDF/UA-1 as veraPDF judges it: its rules, run by the Rhino that it brings, over each PDF named.
// Writes {"file": ["clause-test message, where it is", …]} with what each file breaks.
var verapdf = Packages.org.verapdf, Profiles = verapdf.pdfa.validation.profiles.Profiles, util = java.util
var flavour = verapdf.pdfa.flavours.PDFAFlavour.PDFUA_1

function all(node, name) {
  var found = node.getElementsByTagName(name)
  return Array.from({ length: found.getLength() }, (_, at) => found.item(at))
}

var text = (node, name) => all(node, name)[0].getTextContent()

// The jar has the profile, but not the reader of XML that veraPDF would read it with.
function profile() {
  var path = "org/verapdf/pdfa/validation/PDFUA-1.xml"
  var source = java.lang.Thread.currentThread().getContextClassLoader().getResourceAsStream(path)
  var tree = Packages.javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source)
  var rules = new util.HashSet(all(tree, "rule").map(rule))
  var variables = new util.HashSet(all(tree, "variable").map(variable))
  var details = Profiles.profileDetailsFromValues("", "", "", new util.Date(0))
  return Profiles.profileFromValues(flavour, details, "", rules, variables)
}

function rule(one) {
  var id = all(one, "id")[0], standard = verapdf.pdfa.flavours.PDFAFlavour.Specification.ISO_14289_1
  var number = Profiles.ruleIdFromValues(standard, id.getAttribute("clause"), Number(id.getAttribute("testNumber")))
  var error = Profiles.errorFromValues(text(one, "message"), new util.ArrayList())
  var deferred = one.getAttribute("deferred") == "true" ? java.lang.Boolean.TRUE : null
  var object = one.getAttribute("object"), tags = one.getAttribute("tags")
  var description = text(one, "description"), test = text(one, "test")
  return Profiles.ruleFromValues(number, object, deferred, tags, description, test, error, new util.ArrayList())
}

function variable(one) {
  var name = one.getAttribute("name"), object = one.getAttribute("object")
  return Profiles.variableFromValues(name, object, text(one, "defaultValue"), text(one, "value"))
}

function broken(file) {
  var parser = foundry.createParser(new java.io.File(file), flavour)
  var result = foundry.createValidator(rules, false).validate(parser)
  if (result.getTotalAssertions() < 1000) throw new Error(file + " was not looked at")
  var said = Array.from(result.getTestAssertions().toArray(), one => {
    var id = one.getRuleId()
    return id.getClause() + "-" + id.getTestNumber() + " " + one.getMessage() + ", " + one.getLocation().getContext()
  })
  if (result.isCompliant() != (said.length == 0)) throw new Error(file + ": the result contradicts itself")
  return said
}

verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
var foundry = verapdf.pdfa.Foundries.defaultInstance(), rules = profile(), report = {}
arguments.forEach(file => { report[file] = broken(file) })
print(JSON.stringify(report))
