import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type OutputBundle = Rolldown.OutputBundle;
type OutputChunk = Rolldown.OutputChunk;
type Chunks = ReadonlyMap<string, OutputChunk>;

/** JavaScript in bytes after gzip, by page. */
export interface PageSize {
  readonly page: string;
  /** What opening the page fetches, whatever the language. */
  readonly script: number;
  /** The strings, by language. A visitor fetches one of these. */
  readonly words: Readonly<Record<string, number>>;
  /** Parts that load when they are needed, such as a step of registration, each with the largest language of its own strings. */
  readonly later: Readonly<Record<string, number>>;
  /** What a visitor fetches to see the page: `script` and the largest of `words`. */
  readonly opening: number;
}

export const sizesFile = '.cache/sizes.json';

/** Measures each page of a build and leaves the numbers in .cache/sizes.json, where the test of the budgets reads them. */
export function sizes(): Plugin {
  let root = '';
  return {
    name: 'sizes',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    writeBundle(_options, bundle) {
      mkdirSync(join(root, '.cache'), { recursive: true });
      writeFileSync(join(root, sizesFile), `${JSON.stringify(measure(bundle), null, 2)}\n`);
    },
  };
}

function measure(bundle: OutputBundle): PageSize[] {
  const chunks = Object.values(bundle).filter((output): output is OutputChunk => output.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entries = chunks.filter((chunk) => chunk.isEntry).sort((one, other) => one.name.localeCompare(other.name));
  return entries.map((entry) => {
    const opened = reach([entry.fileName], byName);
    const script = weigh(opened, byName, new Set());
    const words = weighWords(opened, byName, opened);
    const later: Record<string, number> = {};
    for (const { part, before } of partsBy(opened, byName)) {
      const fetched = new Set([...reach([part.fileName], byName)].filter((name) => !before.has(name)));
      later[part.name] = weigh(fetched, byName, before) + largest(weighWords(fetched, byName, before));
    }
    return { page: entry.name, script, words, later, opening: script + largest(words) };
  });
}

function largest(weights: Readonly<Record<string, number>>): number {
  return Math.max(0, ...Object.values(weights));
}

function deferredBy(fetched: ReadonlySet<string>, byName: Chunks): OutputChunk[] {
  return [...fetched]
    .flatMap((name) => byName.get(name)?.dynamicImports ?? [])
    .map((name) => byName.get(name))
    .filter((chunk) => chunk !== undefined);
}

interface LaterPart {
  readonly part: OutputChunk;
  /** What is there already when it is fetched. */
  readonly before: ReadonlySet<string>;
}

/** The parts that load later, and those that load later still, such as a decoder of the viewer: each once, as it is first come by. */
function partsBy(opened: ReadonlySet<string>, byName: Chunks): LaterPart[] {
  const found = new Map<OutputChunk, LaterPart>();
  const waiting = [opened];
  for (let before = waiting.shift(); before !== undefined; before = waiting.shift()) {
    for (const part of deferredBy(before, byName)) {
      if (languageOf(part) === undefined && !found.has(part)) {
        found.set(part, { part, before });
        waiting.push(new Set([...before, ...reach([part.fileName], byName)]));
      }
    }
  }
  return [...found.values()];
}

function weighWords(
  fetched: ReadonlySet<string>,
  byName: Chunks,
  already: ReadonlySet<string>,
): Record<string, number> {
  const words: Record<string, number> = {};
  for (const chunk of deferredBy(fetched, byName)) {
    const language = languageOf(chunk);
    if (language !== undefined) {
      words[language] = (words[language] ?? 0) + weigh(reach([chunk.fileName], byName), byName, already);
    }
  }
  return words;
}

/** Every module of src/i18n/areas is named after its language. */
function languageOf(chunk: OutputChunk): string | undefined {
  return /\/i18n\/areas\/[^/]+\/(\w+)\.ts$/u.exec(chunk.facadeModuleId ?? '')?.[1];
}

function reach(names: readonly string[], byName: Chunks): Set<string> {
  const seen = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!seen.has(name)) {
      seen.add(name);
      waiting.push(...(byName.get(name)?.imports ?? []));
    }
  }
  return seen;
}

function weigh(names: ReadonlySet<string>, byName: Chunks, except: ReadonlySet<string>): number {
  return [...names]
    .filter((name) => !except.has(name))
    .reduce((sum, name) => sum + gzipSync(byName.get(name)?.code ?? '').length, 0);
}
