import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type OutputBundle = Rolldown.OutputBundle;
type OutputChunk = Rolldown.OutputChunk;

/** JavaScript in bytes after gzip, by page: what every visitor fetches, and on top of that one language. */
export interface PageSize {
  readonly page: string;
  readonly script: number;
  /** The strings, by language. A visitor fetches one of these. */
  readonly words: Readonly<Record<string, number>>;
  /** `script` and the largest of `words`. */
  readonly total: number;
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
    const fetched = reach([entry.fileName], byName);
    const deferred = [...fetched].flatMap((name) => byName.get(name)?.dynamicImports ?? []);
    const words: Record<string, number> = {};
    for (const name of deferred) {
      const language = languageOf(byName.get(name));
      if (language === undefined) {
        continue;
      }
      const weight = weigh(reach([name], byName), byName, fetched);
      words[language] = (words[language] ?? 0) + weight;
    }
    const script = weigh(fetched, byName, new Set());
    return { page: entry.name, script, words, total: script + Math.max(0, ...Object.values(words)) };
  });
}

/** Every module of src/i18n/areas is named after its language. What else loads later is no part of opening the page. */
function languageOf(chunk: OutputChunk | undefined): string | undefined {
  return /\/i18n\/areas\/[^/]+\/(\w+)\.ts$/u.exec(chunk?.facadeModuleId ?? '')?.[1];
}

function reach(names: readonly string[], byName: ReadonlyMap<string, OutputChunk>): Set<string> {
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

function weigh(
  names: ReadonlySet<string>,
  byName: ReadonlyMap<string, OutputChunk>,
  except: ReadonlySet<string>,
): number {
  return [...names]
    .filter((name) => !except.has(name))
    .reduce((sum, name) => sum + gzipSync(byName.get(name)?.code ?? '').length, 0);
}
