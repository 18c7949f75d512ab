// What an older page would miss in a newer contract: node build/contract-diff.mjs BASE NEW. Pages stay open while the app is replaced, so an
// operation, an answer or a property that is gone, and an input that is newly required, break people at work. A change that is meant says so in
// the pull request and waits until no page of the older contract is open: the absolute end of a session, 12 hours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { load } = createRequire(new URL('../static-web/package.json', import.meta.url))('js-yaml');
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** @returns {Map<string, any>} operations by method and path */
function operationsOf(contract) {
  return new Map(
    Object.entries(contract.paths).flatMap(([path, item]) =>
      methods.filter((method) => method in item).map((method) => [`${method.toUpperCase()} ${path}`, item[method]]),
    ),
  );
}

/** @returns {Set<string>} names of the schemas that pages send */
function sentOf(contract) {
  const bodies = [...operationsOf(contract).values()].map((operation) => JSON.stringify(operation.requestBody ?? ''));
  return new Set(bodies.flatMap((body) => [...body.matchAll(/#\/components\/schemas\/(\w+)/gu)].map(([, name]) => name)));
}

const requiredParameters = (operation) =>
  (operation.parameters ?? []).filter((one) => one.required).map((one) => `${one.in} ${one.name}`);

/** @returns {string[]} one sentence for each break */
function breaksOf(base, next) {
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
  const sent = sentOf(base);
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
    // An open page sends what was enough before.
    const needed = (after.required ?? []).filter((one) => !(before.required ?? []).includes(one));
    breaks.push(...needed.filter(() => sent.has(name)).map((property) => `${name} now needs ${property}`));
  }
  return breaks;
}

const [base, next] = process.argv.slice(2);
if (next === undefined) {
  console.error('Usage: node build/contract-diff.mjs BASE NEW');
  process.exit(2);
}
const breaks = breaksOf(load(readFileSync(base, 'utf8')), load(readFileSync(next, 'utf8')));
for (const one of breaks) {
  console.error(one);
}
console.log(breaks.length === 0 ? 'Nothing that an open page uses is gone.' : `${breaks.length} breaks.`);
process.exit(breaks.length === 0 ? 0 : 1);
