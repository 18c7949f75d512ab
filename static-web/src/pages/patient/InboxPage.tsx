import { patient } from '../../i18n/areas/patient/patient.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { LinkButton } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { PatientShell } from '../../ui/PatientShell/PatientShell.tsx';

export function InboxPage() {
  const words = useWords(patient);
  return (
    <PatientShell>
      <PageHeading text={words('inbox')} />
      <EmptyState
        title={words('signedOutTitle')}
        action={<LinkButton to={paths.front.to()}>{words('toFront')}</LinkButton>}
      >
        {words('signedOutText')}
      </EmptyState>
    </PatientShell>
  );
}
