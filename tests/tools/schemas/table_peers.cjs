// Table Schemas and Data Packages that daicho exports, in the hands of programs of others: table_peers.cjs DAICHO FOLDER CLASS...
// The peers (tableschema, datapackage of Frictionless) take the schema, read the example row of the class with it, and refuse
// the row with a required value emptied or with a code that is none.
'use strict';
const { execFileSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Table, Schema } = require('tableschema');
const { Package } = require('datapackage');

const [daicho, folder, ...classes] = process.argv.slice(2);
let read = 0, refused = 0, wrong = 0;

function said(...words) {
    return execFileSync(daicho, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).replace(/^\uFEFF/, '');
}

function complain(name, what) {
    console.log(`${name}: ${what}`);
    ++wrong;
}

async function errors_of(rows, schema) {
    try {
        const table = await Table.load(rows, { schema });
        await table.read({ cast: true });
        return [];
    } catch (error) {
        return error.multiple ? error.errors : [error];
    }
}

// Rows that the schema does not allow, each with what is wrong with it.
function* spoilt_rows(header, row, fields) {
    for (const [column, field] of fields.entries()) {
        const with_value = (value) => [header, row.map((cell, at) => (at === column ? value : cell))];
        if (field.constraints.required) yield [`${field.name} is empty`, with_value('')];
        if (field.constraints.enum) yield [`${field.name} is no code`, with_value('no-code')];
        if (field.constraints.pattern) yield [`${field.name} is not of the pattern`, with_value('\u0007')];
        if (['number', 'integer', 'date'].includes(field.type)) yield [`${field.name} is no ${field.type}`, with_value('x')];
    }
}

// The example row, with all columns of the schema: these peers know version 1, in which none may be missing.
async function example_of(name, fields) {
    const path = join(folder, 'example.csv');
    writeFileSync(path, said('models', 'template', name, '--as', 'csv', '--names', 'en'));
    const table = await Table.load(path);
    const [example] = await table.read({ keyed: true, cast: false });
    return [fields.map((field) => field.name), example && fields.map((field) => example[field.name] ?? '')];
}

async function check(name) {
    const descriptor = JSON.parse(said('models', 'export', name, '--as', 'table-schema', '--names', 'en'));
    const schema = await Schema.load(descriptor);
    if (!schema.valid) return complain(name, `the schema is not taken: ${schema.errors[0]}`);
    const [header, row] = await example_of(name, descriptor.fields);
    if (!row) return complain(name, 'there is no example row');
    for (const error of await errors_of([header, row], descriptor)) complain(name, `the example is refused: ${error}`);
    ++read;
    for (const [what, rows] of spoilt_rows(header, row, descriptor.fields)) {
        if ((await errors_of(rows, descriptor)).length === 0) complain(name, `taken although ${what}`);
        ++refused;
    }
    const bundle = await Package.load(JSON.parse(said('models', 'export', name, '--as', 'data-package', '--names', 'en')));
    if (!bundle.valid) complain(name, `the data package is not taken: ${bundle.errors[0]}`);
}

(async () => {
    for (const name of classes) await check(name);
    console.log(`${read} examples read, ${refused} spoilt rows refused but for ${wrong} complaints`);
    process.exitCode = wrong === 0 && read === classes.length ? 0 : 1;
})();
