import type { Patient } from '../../../api/types.ts';
import { records } from '../../../i18n/areas/records/records.ts';
import { formatDate } from '../../../i18n/format.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { paths } from '../../../navigation/paths.ts';
import { LinkButton } from '../../../ui/Button/Button.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { ExportRecords } from './ExportRecords.tsx';
import { PatientCases } from './PatientCases.tsx';
import { Section } from './Section.tsx';

const RecordSections = later(() => import('./RecordSections.tsx'));

export const areas = [records];

interface PatientPageProps {
  readonly practiceId: string;
  readonly patient: Patient;
  /** Sees all cases of the practice. */
  readonly caseManager: boolean;
}

/** All that the practice knows of one patient, on one page. */
export function Part({ practiceId, patient, caseManager }: PatientPageProps) {
  const words = useWords(records);
  const { patientId } = patient;
  const part = (name: string) => paths.patientPart.to({ practiceId, patientId, part: name });
  return (
    <div class="stack">
      <div class="patient-title">
        <PageHeading key={patientId} text={`${patient.firstName} ${patient.lastName}`} />
        <div class="row">
          <LinkButton kind="primary" to={part('new-case')}>
            {words('newCase')}
          </LinkButton>
          <LinkButton to={part('edit')}>{words('edit')}</LinkButton>
          <ExportRecords key={patientId} practiceId={practiceId} patientId={patientId} />
        </div>
      </div>
      <div class="sections">
        <Details patient={patient} />
        <PatientCases key={patientId} practiceId={practiceId} patientId={patientId} all={caseManager} />
      </div>
      <RecordSections key={patientId} practiceId={practiceId} patientId={patientId} />
    </div>
  );
}

function Details({ patient }: { readonly patient: Patient }) {
  const words = useWords(records);
  const { locale } = useLanguage();
  const { birthDate } = patient;
  const facts = [
    ['birthDate', birthDate && formatDate({ locale, timeZone: 'UTC' }, new Date(birthDate), 'day')],
    ['number', patient.code],
    ['mobile', patient.mobile],
    ['landline', patient.landline],
    ['email', patient.email],
    ['language', languageNames[patient.language]],
    ['account', words(patient.registered ? 'registered' : 'notRegistered')],
  ] as const;
  return (
    <Section title={words('details')}>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{words(name)}</dt>
            <dd>{value ?? <span class="soft">{words('notGiven')}</span>}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
