import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { front } from './i18n/areas/front/front.ts';
import { useWords } from './i18n/WordsProvider.tsx';
import { start } from './start.tsx';

function Title() {
  return <h1>{useWords(front)('notFoundTitle')}</h1>;
}

describe('Start', () => {
  let root: HTMLElement;

  beforeEach(() => {
    localStorage.clear();
    root = document.createElement('div');
    root.id = 'page';
    root.innerHTML = '<p>waiting</p>';
    document.body.append(root);
  });
  afterEach(() => root.remove());

  it('Page_TakesThePlaceOfItsMarkupInTheBrowsersLanguage', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['es-AR', 'en']);
    await act(() => start([front], <Title />));
    expect(root.innerHTML).toBe('<h1>No hay ninguna página en esta dirección</h1>');
    expect(document.documentElement.lang).toBe('es');
  });

  it('WordsCannotBeFetched_LeavesTheMarkup', async () => {
    const broken = { ...front, load: { ...front.load, en: () => Promise.reject(new Error('no network')) } };
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
    await expect(start([broken], <Title />)).rejects.toThrow('no network');
    expect(root.textContent).toBe('waiting');
  });
});
