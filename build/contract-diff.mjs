// What an older page would miss in a newer contract: node build/contract-diff.mjs BASE NEW. Pages stay open while the app is replaced, so an
// operation, an answer or a property that is gone, and an input that is newly required, break people at work. A change that is meant says so in
// the pull request and waits until no page of the older contract is open: the absolute end of a session, 12 hours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The parser that makes the pages' types from the same file.
const { parse } = createRequire(new URL('../static-web/package.json', import.meta.url))('yaml');
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** @returns {Map<string, any>} operations by method and path */
function operationsOf(contract) {
  return new Map(
    Object.entries(contract.paths).flatMap(([path, item]) =>
      methods.filter((method) => method in item).map((method) => [`${method.toUpperCase()} ${path}`, item[method]]),
    ),
  );
}

const requiredParameters = (operation) =>
  (operation.parameters ?? []).filter((one) => one.required).map((one) => `${one.in} ${one.name}`);

/** @returns {string[]} one sentence for each break */
export function breaksOf(base, next) {
  const breaks = [];
  const now = operationsOf(next);
  for (const [name, before] of operationsOf(base)) {
    const after = now.get(name);
    if (after === undefined) {
      breaks.push(`${name} is gone`);
      continue;
    }
    for (const status of Object.keys(before.responses)) {
      if (!(status in after.responses)) {
        breaks.push(`${name} no longer answers ${status}`);
      }
    }
    const known = requiredParameters(before);
    for (const parameter of requiredParameters(after).filter((one) => !known.includes(one))) {
      breaks.push(`${name} now needs ${parameter}`);
    }
  }
  const schemas = next.components.schemas;
  for (const [name, before] of Object.entries(base.components.schemas)) {
    const after = schemas[name];
    if (after === undefined) {
      breaks.push(`${name} is gone`);
      continue;
    }
    for (const property of Object.keys(before.properties ?? {})) {
      if (!(property in (after.properties ?? {}))) {
        breaks.push(`${name} has lost ${property}`);
      }
    }
    for (const value of before.enum ?? []) {
      if (!(after.enum ?? []).includes(value)) {
        breaks.push(`${name} has lost the value ${value}`);
      }
    }
    // A page sends what was enough before.
    for (const property of (after.required ?? []).filter((one) => !(one in (before.properties ?? {})))) {
      if (name.endsWith('Form') || name.endsWith('Request')) {
        breaks.push(`${name} now needs ${property}`);
      }
    }
  }
  return breaks;
}

const [base, next] = process.argv.slice(2);
if (next === undefined) {
  console.error('Usage: node build/contract-diff.mjs BASE NEW');
  process.exit(2);
}
const breaks = breaksOf(parse(readFileSync(base, 'utf8')), parse(readFileSync(next, 'utf8')));
for (const one of breaks) {
  console.error(one);
}
console.log(breaks.length === 0 ? 'Nothing that an open page uses is gone.' : `${breaks.length} breaks.`);
process.exit(breaks.length === 0 ? 0 : 1);
