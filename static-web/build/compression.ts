import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = new Set(['.css', '.html', '.js', '.svg', '.txt']);

/** Below this, in bytes, a response fits one packet either way. */
const smallest = 512;

/** Writes `.br` and `.gz` beside each text file of the build, for a host that serves what is there and compresses nothing itself. */
export function compression(): Plugin {
  let folder = '';
  return {
    name: 'compression',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (entry.isFile() && compressible.has(extname(file))) {
          compress(file);
        }
      }
    },
  };
}

function compress(file: string): void {
  const content = readFileSync(file);
  if (content.length < smallest) {
    return;
  }
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: quality }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
}
