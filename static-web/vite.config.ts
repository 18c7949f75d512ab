import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { chunks } from './build/chunks.ts';
import { compression } from './build/compression.ts';
import { hosting } from './build/hosting.ts';
import { lazyImports } from './build/lazy.ts';
import { sizes } from './build/sizes.ts';
import { waiting } from './build/waiting.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const api = process.env['API_ADDRESS'] ?? 'http://127.0.0.1:7071';

export default defineConfig({
  root,
  appType: 'mpa',
  plugins: [lazyImports(), waiting(), hosting(root), compression(), sizes()],
  // The classic form calls `h` of Preact itself; the automatic one brings a second runtime of 0.6 KB.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment', development: false },
    jsxInject: "import { h, Fragment } from 'preact'",
  },
  server: { port: 5173, proxy: { '/api': api } },
  preview: { port: 5174, proxy: { '/api': api } },
  build: {
    // Only what the pages' own markup names is fetched early; browsers that the build targets know modulepreload.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    // One file of styles, so that a script which loads later brings none of its own.
    cssCodeSplit: false,
    // A file written into a stylesheet or script as a data: address is refused by the content policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        front: 'index.html',
        register: 'register.html',
        reset: 'reset.html',
        inbox: 'inbox.html',
        practice: 'practice.html',
        notFound: '404.html',
      },
      output: chunks,
    },
  },
  // A test of markup is a .tsx and has a document; the others start faster without one.
  test: {
    restoreMocks: true,
    unstubGlobals: true,
    // A wait ends as soon as it can; these are for machines that do something else at the same time.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'logic', environment: 'node', include: ['{src,build}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'markup',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup.ts'],
          // One document for all files of a worker: each test takes down what it drew, and making one costs more than most tests.
          isolate: false,
        },
      },
    ],
  },
});
