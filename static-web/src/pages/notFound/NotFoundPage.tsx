import { front } from '../../i18n/areas/front/front.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { LinkButton } from '../../ui/Button/Button.tsx';
import { NarrowShell } from '../../ui/NarrowShell/NarrowShell.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';

export function NotFoundPage() {
  const words = useWords(front);
  return (
    <NarrowShell>
      <PageHeading text={words('notFoundTitle')} />
      <p>{words('notFoundText')}</p>
      <div class="row">
        <LinkButton to={paths.front.to()}>{words('toFront')}</LinkButton>
      </div>
    </NarrowShell>
  );
}
