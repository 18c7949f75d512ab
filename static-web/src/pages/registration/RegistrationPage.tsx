import { registration } from '../../i18n/areas/registration/registration.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { NarrowShell } from '../../ui/NarrowShell/NarrowShell.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';

export function RegistrationPage() {
  const words = useWords(registration);
  return (
    <NarrowShell>
      <PageHeading text={words('title')} />
      <p>{words('linkNeededText')}</p>
      <section class="stack">
        <h2>{words('linkCutTitle')}</h2>
        <p>{words('linkCutText')}</p>
      </section>
    </NarrowShell>
  );
}
