import { useState } from 'preact/hooks';
import type { Patient, SessionAffiliation } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { patients } from '../../../i18n/areas/patients/patients.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { matchPath } from '../../../navigation/path.ts';
import { paths } from '../../../navigation/paths.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button, LinkButton } from '../../../ui/Button/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { PracticeShell } from '../../../ui/PracticeShell/PracticeShell.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import type { Frame } from '../CasesPage.tsx';
import { PatientFacts, summaryOf } from './ChosenPatient.tsx';
import { usePatient } from './usePatient.ts';

const Directory = later(() => import('./Directory.tsx'));
const PatientPage = later(() => import('./PatientPage.tsx'));
const PatientFormPage = later(() => import('./PatientFormPage.tsx'));
const ImportPage = later(() => import('./ImportPage.tsx'));
const NewCasePage = later(() => import('../NewCasePage.tsx'));

const own = [
  paths.patients,
  paths.newPatient,
  paths.patient,
  paths.patientPart,
  paths.newImport,
  paths.import,
] as const;

/** The practice of an address of these pages; undefined for every other address. */
export function practiceOfPatients(address: string): string | undefined {
  return own.map((one) => matchPath(one, address)?.practiceId).find((id) => id !== undefined);
}

interface PatientsPagesProps {
  readonly frame: Frame;
  readonly member: SessionAffiliation;
  readonly address: string;
}

/** The directory at the left, the chosen patient at the right and in the bar above. */
export function PatientsPages({ frame, member, address }: PatientsPagesProps) {
  const words = useWords(patients);
  const { practiceId } = member;
  const [added, setAdded] = useState(0);
  const adding = matchPath(paths.newPatient, address) !== undefined;
  const part = matchPath(paths.patientPart, address);
  const patientId = part?.patientId ?? matchPath(paths.patient, address)?.patientId;
  const opened = usePatient(practiceId, patientId);
  const { patient } = opened;
  const brought = matchPath(paths.import, address);
  if (member.manager && (brought !== undefined || matchPath(paths.newImport, address) !== undefined)) {
    return (
      <PracticeShell {...frame}>
        <ImportPage practiceId={practiceId} importId={brought?.importId} />
      </PracticeShell>
    );
  }
  const saved = (changed: Patient) => {
    opened.put(changed);
    if (adding) {
      setAdded(added + 1);
    }
    navigate(paths.patient.to({ practiceId, patientId: changed.patientId }));
  };
  const chosen = patient && summaryOf(patient);
  return (
    <PracticeShell
      {...frame}
      {...(chosen && { patientBar: <PatientFacts practiceId={practiceId} patient={chosen} /> })}
      list={{
        name: words('patients'),
        tools: <Tools member={member} />,
        // Whoever was added is in the list when it is read again.
        content: <Directory key={added} practiceId={practiceId} chosen={chosen} />,
      }}
      {...(patientId === undefined && !adding
        ? {}
        : { backToList: { to: paths.patients.to({ practiceId }), text: words('backToPatients') } })}
    >
      {adding && <PatientFormPage practiceId={practiceId} onSaved={saved} />}
      {patientId === undefined && !adding && (
        <EmptyState title={words('chooseTitle')}>{words('chooseText')}</EmptyState>
      )}
      {patientId !== undefined && patient === undefined && <NotThere opened={opened} />}
      {patient !== undefined && (
        <Chosen key={patientId} member={member} patient={patient} part={part?.part} onSaved={saved} />
      )}
    </PracticeShell>
  );
}

function Tools({ member: { practiceId, manager } }: { readonly member: SessionAffiliation }) {
  const words = useWords(patients);
  return (
    <div class="row">
      <LinkButton to={paths.newPatient.to({ practiceId })}>{words('newPatient')}</LinkButton>
      {manager && (
        <LinkButton kind="quiet" to={paths.newImport.to({ practiceId })}>
          {words('importRecords')}
        </LinkButton>
      )}
    </div>
  );
}

function NotThere({ opened }: { readonly opened: ReturnType<typeof usePatient> }) {
  const words = useWords(patients);
  const baseWords = useWords(base);
  if (opened.failure === undefined) {
    return <Skeleton lines={8} />;
  }
  return (
    <>
      <PageHeading text={words('patients')} />
      <Banner kind="error" action={<Button onClick={opened.look}>{baseWords('tryAgain')}</Button>}>
        {describeFailure(opened.failure, baseWords)}
      </Banner>
    </>
  );
}

interface ChosenProps {
  readonly member: SessionAffiliation;
  readonly patient: Patient;
  readonly part: string | undefined;
  readonly onSaved: (patient: Patient) => void;
}

function Chosen({ member, patient, part, onSaved }: ChosenProps) {
  const { practiceId } = member;
  switch (part) {
    case 'edit':
      return <PatientFormPage practiceId={practiceId} patient={patient} onSaved={onSaved} />;
    case 'new-case':
      return <NewCasePage practiceId={practiceId} patient={summaryOf(patient)} />;
    default:
      return <PatientPage member={member} patient={patient} part={part} />;
  }
}
