// Writes src/api/schema.ts from the contract. `--check` writes nothing and fails when the file is not in step.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const contract = new URL('../../functions/openapi.yaml', import.meta.url);
const types = new URL('../src/api/schema.ts', import.meta.url);
const notice = '// Made from functions/openapi.yaml by `npm run types`. Change the contract, not this file.\n\n';

/** @param {string} sentence */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (!existsSync(contract)) {
  fail(`There is no contract at ${fileURLToPath(contract)}: the types of the API cannot be made.`);
}
const made = notice + astToString(await openapi(contract));
if (!process.argv.includes('--check')) {
  writeFileSync(types, made);
} else if (!existsSync(types) || readFileSync(types, 'utf8') !== made) {
  fail('src/api/schema.ts is not in step with functions/openapi.yaml: run `npm run types`.');
}
