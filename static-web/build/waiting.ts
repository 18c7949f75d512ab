import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const place = '      <!-- waiting -->\n';

/** Puts the same first markup into every page: a sentence where scripts are off, and one that appears when the script is late. */
export function waiting(): Plugin {
  const markup = readFileSync(new URL('./waiting.html', import.meta.url), 'utf8');
  return {
    name: 'waiting',
    transformIndexHtml(html) {
      if (!html.includes(place)) {
        throw new Error('A page has no place for the markup that is seen until its script draws.');
      }
      return html.replace(place, markup);
    },
  };
}
