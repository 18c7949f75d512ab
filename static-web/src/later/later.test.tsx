import { describe, expect, it, vi } from 'vitest';
import { patient } from '../i18n/areas/patient/patient.ts';
import type { Area } from '../i18n/message.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { click, find, findButton, show } from '../testing/show.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch/LanguageSwitch.tsx';
import { type LaterModule, later } from './later.tsx';

/** An area that no page loads by itself. */
const own: typeof patient = { ...patient, name: 'own' };

function Step({ name }: { readonly name: string }) {
  const words = useWords(own as Area<{ readonly inbox: 'Secure inbox' }>);
  return (
    <p>
      {words('inbox')} {name}
    </p>
  );
}

describe('Later', () => {
  it('Part_IsFetchedWithItsStringsAndDrawn', async () => {
    const Part = later(async () => ({ Part: Step, areas: [own] }));
    const page = await show(<Part name="one" />);
    await expect.poll(() => page.querySelector('p')?.textContent).toBe('Secure inbox one');
  });

  it('OnItsWay_HasASkeletonInItsPlace', async () => {
    const Part = later<object>(() => new Promise(() => {}));
    expect(find(await show(<Part />), '.skeleton').textContent).toBe('Loading');
  });

  it('NotFetched_SaysSoAndTriesAgain', async () => {
    const load = vi.fn(async () => ({ Part: Step, areas: [own] })).mockRejectedValueOnce(new TypeError('no network'));
    const Part = later(load);
    const page = await show(<Part name="two" />);
    await expect.poll(() => page.textContent).toContain('We could not reach the service.');
    await click(findButton(page, 'Try again'));
    await expect.poll(() => page.querySelector('p')?.textContent).toBe('Secure inbox two');
  });

  it('LanguageChanged_TakesThePartAlong', async () => {
    const Part = later(async () => ({ Part: Step, areas: [own] }));
    const page = await show(
      <>
        <Part name="three" />
        <LanguageSwitch />
      </>,
    );
    await expect.poll(() => page.querySelector('p')?.textContent).toBe('Secure inbox three');
    await click(findButton(page, 'Français'));
    await expect.poll(() => page.querySelector('p')?.textContent).toBe('Messagerie sécurisée three');
  });

  it('Prefetched_FetchesWithoutShowing', () => {
    const load = vi.fn(() => Promise.reject<LaterModule<object>>(new Error('no network')));
    later(load).prefetch();
    expect(load).toHaveBeenCalledOnce();
  });
});
