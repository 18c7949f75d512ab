import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { base } from '../i18n/areas/base/base.ts';
import { type AnyArea, useLanguage, useWords } from '../i18n/WordsProvider.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';

export type Later<Props> = ComponentType<Props> & {
  /** Fetches the script without showing anything: while the page before it is read, for example. A failure shows when it is needed. */
  readonly prefetch: () => void;
};

/** What a module that loads later gives: its part, and the strings that only this part uses. */
export interface LaterModule<Props> {
  readonly Part: ComponentType<Props>;
  readonly areas: readonly AnyArea[];
}

/**
 * A part of a page that is fetched when it is first shown, with its own strings, so that the page before it does not carry them: a step of
 * registration, a tab, a viewer. While it is on its way a skeleton has its place; when it cannot be fetched, it says so and tries again.
 *
 * @param load imports the part, as in `() => import('./PhoneStep.tsx')`
 * @param around what stands around the skeleton, where the part draws a whole page
 */
export function later<Props extends object>(
  load: () => Promise<LaterModule<Props>>,
  around: (props: Props, waiting: ComponentChildren) => ComponentChildren = (_, waiting) => waiting,
): Later<Props> {
  let fetched: ComponentType<Props> | undefined;
  function Part(props: Props) {
    const { add } = useLanguage();
    const [state, setState] = useState<'waiting' | 'ready' | 'failed'>('waiting');
    const [attempt, setAttempt] = useState(1);
    // biome-ignore lint/correctness/useExhaustiveDependencies: `add` changes with the language, which loads the strings of this part itself
    useEffect(() => {
      let left = false;
      const show = (next: typeof state) => !left && setState(next);
      show('waiting');
      load()
        .then(async (module) => {
          await add(module.areas);
          fetched = module.Part;
        })
        .then(
          () => show('ready'),
          () => show('failed'),
        );
      return () => {
        left = true;
      };
    }, [attempt]);
    const Loaded = fetched;
    if (state === 'ready' && Loaded !== undefined) {
      return <Loaded {...props} />;
    }
    const waiting = state === 'failed' ? <NotFetched onRetry={() => setAttempt(attempt + 1)} /> : <Skeleton />;
    return <>{around(props, waiting)}</>;
  }
  // What cannot be fetched ahead is fetched again, and its failure shown, when the part is due.
  return Object.assign(Part, { prefetch: () => void load().then(undefined, () => 'fetched when due') });
}

function NotFetched({ onRetry }: { readonly onRetry: () => void }) {
  const words = useWords(base);
  return (
    <Banner kind="error" action={<Button onClick={onRetry}>{words('tryAgain')}</Button>}>
      {words('failure.unreachable')}
    </Banner>
  );
}
