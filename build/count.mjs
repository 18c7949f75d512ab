// Counts what one suite of tests reported, says it in one line with the failures below, and leaves the three numbers
// in the file `counts` beside the report: node build/count.mjs SUITE FOLDER EXIT_CODE SECONDS
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [suite, folder, exit, seconds] = process.argv.slice(2);
const shownFailures = 30;
const shownLines = 12;
const timedOut = ['124', '137'];

/** @typedef {{ passed: number, failed: { name: string, message: string }[], skipped: number }} Report */

/** The report that the .NET test runner writes. @returns {Report} */
function readTrx(text) {
  const report = { passed: 0, failed: [], skipped: 0 };
  for (const [, attributes, body = ''] of text.matchAll(/<UnitTestResult\s([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const outcome = attribute(attributes, 'outcome');
    if (outcome === 'Passed') {
      report.passed++;
    } else if (outcome === 'NotExecuted') {
      report.skipped++;
    } else {
      // Of the stack only what lies in a source file: the rest is the runner's.
      const stack = element(body, 'StackTrace').split('\n').filter((frame) => /:line \d+\s*$/.test(frame));
      const message = [element(body, 'Message').trimEnd(), ...stack.slice(0, 3)].join('\n');
      report.failed.push({ name: attribute(attributes, 'testName'), message });
    }
  }
  return report;
}

function attribute(attributes, name) {
  return unescape(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function element(body, name) {
  return unescape(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(body)?.[1] ?? '');
}

function unescape(text) {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

/** The report of the front end's test runner; a file that cannot be loaded has failed without a test. @returns {Report} */
function readJson(text) {
  const report = { passed: 0, failed: [], skipped: 0 };
  for (const file of JSON.parse(text).testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') {
        report.passed++;
      } else if (test.status === 'failed') {
        report.failed.push({ name: test.fullName, message: (test.failureMessages ?? []).join('\n') });
      } else {
        report.skipped++;
      }
    }
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      report.failed.push({ name: file.name, message: file.message ?? '' });
    }
  }
  return report;
}

/** A suite that is one command: it passes or fails as a whole. @returns {Report} */
function readExit() {
  return exit === '0' ? { passed: 1, failed: [], skipped: 0 } : { passed: 0, failed: [], skipped: 0 };
}

function read() {
  if (suite.includes(':')) {
    return readExit();
  }
  for (const [name, reader] of [['report.trx', readTrx], ['report.json', readJson]]) {
    const file = join(folder, name);
    if (existsSync(file)) {
      return reader(readFileSync(file, 'utf8'));
    }
  }
  return { passed: 0, failed: [], skipped: 0 };
}

const report = read();
// A runner that crashed, hung or found nothing to run must not look like one whose tests passed.
if (report.failed.length === 0) {
  if (timedOut.includes(exit)) {
    report.failed.push({ name: suite, message: 'It did not end in time, and was ended.' });
  } else if (exit !== '0') {
    report.failed.push({ name: suite, message: `It ended with exit code ${exit}.` });
  } else if (report.passed === 0) {
    report.failed.push({ name: suite, message: 'It ran no test.' });
  }
}

const { passed, failed, skipped } = report;
const skips = skipped > 0 ? `, ${skipped} skipped` : '';
console.log(`${failed.length > 0 ? 'FAIL' : 'ok  '} ${suite}: ${passed} passed, ${failed.length} failed${skips} in ${seconds} s`);
if (failed.length > 0) {
  const inLines = (text, indent) => text.trimEnd().split('\n').slice(0, shownLines).map((line) => indent + line).join('\n');
  for (const { name, message } of failed.slice(0, shownFailures)) {
    console.log(`  ${name}\n${inLines(message, '    ')}`);
  }
  if (failed.length > shownFailures) {
    console.log(`  and ${failed.length - shownFailures} more`);
  }
  if (failed.some(({ name }) => name === suite)) {
    const lines = readFileSync(join(folder, 'log'), 'utf8').trimEnd().split('\n');
    console.log(lines.slice(-40).map((line) => `    | ${line}`).join('\n'));
  }
  console.log(`  Its log: ${join(folder, 'log')}`);
}
writeFileSync(join(folder, 'counts'), `${passed} ${failed.length} ${skipped}\n`);
