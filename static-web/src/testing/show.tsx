import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { allAreas } from '../i18n/areas/areas.ts';
import type { LanguageChoice } from '../i18n/languages.ts';
import { loadCatalogues, WordsProvider } from '../i18n/WordsProvider.tsx';

let shown: HTMLElement | undefined;

const english: LanguageChoice = { language: 'en', locale: 'en-US' };

/** Draws something into the document with all strings at hand, and gives back the element around it. */
export async function show(content: ComponentChildren, choice = english): Promise<HTMLElement> {
  const catalogues = await loadCatalogues(allAreas, choice.language);
  const container = shown ?? document.body.appendChild(document.createElement('div'));
  shown = container;
  await act(() =>
    render(
      <WordsProvider areas={allAreas} choice={choice} catalogues={catalogues}>
        {content}
      </WordsProvider>,
      container,
    ),
  );
  return container;
}

/** Takes away what {@link show} drew. Runs after every test. */
export function clear(): void {
  if (shown !== undefined) {
    render(null, shown);
    shown.remove();
    shown = undefined;
  }
}

/** The one element of a kind; fails by name where it is missing. */
export function find<Kind extends Element = HTMLElement>(within: ParentNode, selector: string): Kind {
  const found = within.querySelector<Kind>(selector);
  if (found === null) {
    throw new Error(`There is no ${selector}.`);
  }
  return found;
}

/** The button or link that says this, or is named so. */
export function findButton(within: ParentNode, text: string): HTMLElement {
  const named = [...within.querySelectorAll<HTMLElement>('button, a')];
  const found = named.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === text);
  if (found === undefined) {
    throw new Error(`No button says "${text}".`);
  }
  return found;
}

/** Types as a browser reports it: the value is there, then the event. */
export async function type(field: Element, value: string): Promise<void> {
  (field as HTMLInputElement | HTMLTextAreaElement).value = value;
  await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
}

export async function press(target: Element, key: string, modifiers: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  await act(() => void target.dispatchEvent(event));
  return event;
}

export async function click(target: HTMLElement): Promise<void> {
  await act(() => target.click());
}
