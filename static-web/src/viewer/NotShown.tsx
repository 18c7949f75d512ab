import { describeFailure } from '../errors/describeFailure.ts';
import { base } from '../i18n/areas/base/base.ts';
import { viewer } from '../i18n/areas/viewer/viewer.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Undrawable } from './drawing.ts';

/** Why there is nothing to see, in one sentence. The way to save the file stands above. */
export function NotShown({ error }: { readonly error: unknown }) {
  const words = useWords(viewer);
  const baseWords = useWords(base);
  return (
    <div class="viewer-note">
      <Banner kind="info">
        {error instanceof Undrawable ? words(`cannot.${error.obstacle}`) : describeFailure(error, baseWords)}
      </Banner>
    </div>
  );
}
