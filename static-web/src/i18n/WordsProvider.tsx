import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type Language, type LanguageChoice, storeLanguage } from './languages.ts';
import { type Area, type Catalogue, fill, type Translation, type Words } from './message.ts';

// An area is generic in its keys; a list of different areas needs the type that all of them fit.
// biome-ignore lint/suspicious/noExplicitAny: the only type that every Area<...> is assignable to
export type AnyArea = Area<any>;

export type Catalogues = ReadonlyMap<string, Catalogue>;

interface Spoken extends LanguageChoice {
  readonly catalogues: Catalogues;
  readonly change: (language: Language) => Promise<void>;
  /** Loads further areas, for a part of the page that is fetched when it is needed. */
  readonly add: (areas: readonly AnyArea[]) => Promise<void>;
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
  const known = useRef(areas);
  const change = useCallback(async (language: Language) => {
    const next = await loadCatalogues(known.current, language);
    storeLanguage(language);
    setSpoken({ language, locale: language, catalogues: next });
  }, []);
  const add = useCallback(
    async (more: readonly AnyArea[]) => {
      const added = await loadCatalogues(more, spoken.language);
      known.current = [...new Set([...known.current, ...more])];
      setSpoken((current) => ({ ...current, catalogues: new Map([...current.catalogues, ...added]) }));
    },
    [spoken.language],
  );
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  return <SpokenContext.Provider value={{ ...spoken, change, add }}>{children}</SpokenContext.Provider>;
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
  const catalogue = catalogues.get(area.name) as Translation<English> | undefined;
  if (catalogue === undefined) {
    throw new Error(`The area of strings "${area.name}" is not among those that this page loads.`);
  }
  return useCallback(
    (key: keyof English & string, values?: Readonly<Record<string, string | number>>) =>
      fill(catalogue[key], locale, values),
    [catalogue, locale],
  ) as Words<English>;
}

export function useLanguage(): Omit<Spoken, 'catalogues'> {
  return useSpoken();
}
