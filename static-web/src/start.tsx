import './design/tokens.css';
import './design/base.css';
import { type ComponentChildren, render } from 'preact';
import { chooseLanguage, storedLanguage } from './i18n/languages.ts';
import { type AnyArea, loadCatalogues, WordsProvider } from './i18n/WordsProvider.tsx';

/** In each page's markup: what is seen until the page's own script draws, and without scripts for good. */
const rootId = 'page';

/**
 * Draws a page in the reader's language, in place of what its markup shows until then. When the words cannot be fetched, that markup
 * stays, and after a few seconds says so by itself.
 *
 * @param areas every area of strings that something on the page uses; only the reader's language of each is fetched
 */
export async function start(areas: readonly AnyArea[], page: ComponentChildren): Promise<void> {
  const choice = chooseLanguage(storedLanguage(), navigator.languages);
  const catalogues = await loadCatalogues(areas, choice.language);
  const root = document.getElementById(rootId);
  if (root === null) {
    throw new Error(`The markup has no #${rootId}.`);
  }
  root.replaceChildren();
  document.documentElement.lang = choice.language;
  render(
    <WordsProvider areas={areas} choice={choice} catalogues={catalogues}>
      {page}
    </WordsProvider>,
    root,
  );
}
