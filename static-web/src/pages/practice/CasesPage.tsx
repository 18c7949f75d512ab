import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { LinkButton } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { PracticeShell } from '../../ui/PracticeShell/PracticeShell.tsx';

export function CasesPage() {
  const words = useWords(practice);
  return (
    <PracticeShell>
      <PageHeading text={words('cases')} />
      <EmptyState
        title={words('signedOutTitle')}
        action={<LinkButton to={paths.front.to()}>{words('toFront')}</LinkButton>}
      >
        {words('signedOutText')}
      </EmptyState>
    </PracticeShell>
  );
}
