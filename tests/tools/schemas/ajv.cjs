// Judges documents by a JSON Schema with ajv: {"schema": ..., "documents": [...]} comes in, a list of true and false goes out.
const Ajv = require("ajv/dist/2020")

const { schema, documents } = JSON.parse(require("fs").readFileSync(0, "utf8"))
// A format is no more than a remark unless a schema asks for it to be kept.
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
console.log(JSON.stringify(documents.map((document) => validate(document))))
