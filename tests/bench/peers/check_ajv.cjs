// Checks each line of a file against a JSON Schema with ajv: node check_ajv.cjs SCHEMA FILE
const fs = require('fs');
const readline = require('readline');
const Ajv = require('ajv');

const validate = new Ajv().compile(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')));
let bad = 0;
readline.createInterface({ input: fs.createReadStream(process.argv[3]) })
    .on('line', (line) => { if (!validate(JSON.parse(line))) bad += 1; })
    .on('close', () => console.log(bad));
