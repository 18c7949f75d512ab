import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { type Language, type LanguageChoice, storeLanguage } from './languages.ts';
import { type Area, type Catalogue, fill, type Message, type Words } from './message.ts';

// An area is generic in its keys; a list of different areas needs the type that all of them fit.
// biome-ignore lint/suspicious/noExplicitAny: the only type that every Area<...> is assignable to
export type AnyArea = Area<any>;

export type Catalogues = ReadonlyMap<string, Catalogue>;

interface Spoken extends LanguageChoice {
  readonly catalogues: Catalogues;
  readonly change: (language: Language) => Promise<void>;
}

const SpokenContext = createContext<Spoken | undefined>(undefined);

/** Fetches the strings of some areas in one language; nothing of the other languages is loaded. */
export async function loadCatalogues(areas: readonly AnyArea[], language: Language): Promise<Catalogues> {
  return new Map(await Promise.all(areas.map(async (area) => [area.name, await area.load[language]()] as const)));
}

interface WordsProviderProps {
  readonly areas: readonly AnyArea[];
  readonly choice: LanguageChoice;
  /** Already loaded, so that the first picture is the page and not a wait for its words. */
  readonly catalogues: Catalogues;
  readonly children: ComponentChildren;
}

export function WordsProvider({ areas, choice, catalogues, children }: WordsProviderProps) {
  const [spoken, setSpoken] = useState({ ...choice, catalogues });
  const change = useCallback(
    async (language: Language) => {
      const next = await loadCatalogues(areas, language);
      storeLanguage(language);
      setSpoken({ language, locale: language, catalogues: next });
    },
    [areas],
  );
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  const value = useMemo(() => ({ ...spoken, change }), [spoken, change]);
  return <SpokenContext.Provider value={value}>{children}</SpokenContext.Provider>;
}

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === undefined) {
    throw new Error('WordsProvider is missing above this component.');
  }
  return spoken;
}

/** The strings of one area, which the page's entry must have listed. */
export function useWords<English extends Catalogue>(area: Area<English>): Words<English> {
  const { catalogues, locale } = useSpoken();
  const catalogue = catalogues.get(area.name);
  if (catalogue === undefined) {
    throw new Error(`The area of strings "${area.name}" is not among those that this page loads.`);
  }
  return useCallback(
    (key: string, values?: Readonly<Record<string, string | number>>) =>
      fill(messageOf(catalogue, key), locale, values),
    [catalogue, locale],
  ) as Words<English>;
}

function messageOf(catalogue: Catalogue, key: string): Message {
  const message = catalogue[key];
  if (message === undefined) {
    throw new Error(`There is no string "${key}".`);
  }
  return message;
}

export function useLanguage(): Pick<Spoken, 'language' | 'locale' | 'change'> {
  return useSpoken();
}
