import { useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { Patient, SessionAffiliation } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { practice } from '../../../i18n/areas/practice/practice.ts';
import { records } from '../../../i18n/areas/records/records.ts';
import { formatDate } from '../../../i18n/format.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { paths } from '../../../navigation/paths.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Button, LinkButton } from '../../../ui/Button/Button.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { Tabs } from '../../../ui/Tabs/Tabs.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { useCollaborations } from '../collaborations/useCollaborations.ts';
import { Part as ExportRecords, areas as exportAreas } from '../exporting/ExportRecords.tsx';
import { PatientCases } from './PatientCases.tsx';
import { Section } from './Section.tsx';

const RecordSections = later(() => import('./RecordSections.tsx'));
const CollaborationsOf = later(() => import('../collaborations/CollaborationsOf.tsx'));
const Library = later(() => import('../library/Library.tsx'));

export const areas = [records, ...exportAreas];

const parts = ['record', 'correspondence', 'images'] as const;

interface PatientPageProps {
  /** Who looks: case managers see all cases of the practice, managers let people in again. */
  readonly member: SessionAffiliation;
  readonly patient: Patient;
  /** Which of its parts the address names. */
  readonly part: string | undefined;
}

/** All that the practice knows of one patient, on one page: the record, and the library of letters and images. */
export function Part({ member, patient, part: named }: PatientPageProps) {
  const words = useWords(records);
  const practiceWords = useWords(practice);
  const { practiceId } = member;
  const { patientId } = patient;
  const selected = parts.find((one) => one === named) ?? 'record';
  const part = (name: string) => paths.patientPart.to({ practiceId, patientId, part: name });
  return (
    <div class="stack">
      <div class="patient-title">
        <PageHeading key={patientId} text={`${patient.firstName} ${patient.lastName}`} />
        <div class="row">
          <LinkButton kind="primary" to={part('new-case')}>
            {words('newCase')}
          </LinkButton>
          <LinkButton to={paths.startCollaboration.to({ practiceId, patientId })}>
            {practiceWords('startCollaboration')}
          </LinkButton>
          <LinkButton to={part('edit')}>{words('edit')}</LinkButton>
          <ExportRecords
            key={patientId}
            practiceId={practiceId}
            ask={async (signal) => {
              const route = '/practices/{practiceId}/patients/{patientId}/exports';
              return (await api.post(route, { path: { practiceId, patientId } }, { signal })).body;
            }}
          />
          {member.manager && patient.registered && <LetIn key={patientId} practiceId={practiceId} patient={patient} />}
        </div>
      </div>
      <Tabs
        name={words('parts')}
        selected={selected}
        onSelect={(next) =>
          navigate(next === 'record' ? paths.patient.to({ practiceId, patientId }) : part(next), { replace: true })
        }
        tabs={[
          { id: 'record', text: words('record') },
          { id: 'correspondence', text: words('correspondenceTab') },
          { id: 'images', text: words('imagesTab') },
        ]}
      >
        {selected === 'record' ? (
          <div class="stack">
            <div class="sections">
              <div class="section-column">
                <Details patient={patient} />
              </div>
              <div class="section-column">
                <PatientCases key={patientId} practiceId={practiceId} patientId={patientId} all={member.caseManager} />
                <Collaborations key={patientId} practiceId={practiceId} patientId={patientId} />
              </div>
            </div>
            <RecordSections key={patientId} practiceId={practiceId} patientId={patientId} />
          </div>
        ) : (
          <Library key={`${patientId} ${selected}`} practiceId={practiceId} patientId={patientId} shelf={selected} />
        )}
      </Tabs>
    </div>
  );
}

/** How many are in sight before one asks for more: the record follows. */
const firstFew = 5;

/** What was shared about the patient with colleagues, as far as this member may see it. */
function Collaborations({ practiceId, patientId }: { readonly practiceId: string; readonly patientId: string }) {
  const words = useWords(practice);
  const found = useCollaborations(practiceId, { patientId });
  return (
    <Section title={words('collaborations')}>
      <CollaborationsOf
        practiceId={practiceId}
        found={found}
        start={paths.startCollaboration.to({ practiceId, patientId })}
        first={firstFew}
      />
    </Section>
  );
}

/** Ends a lock that came from wrong passwords. */
function LetIn({ practiceId, patient }: { readonly practiceId: string; readonly patient: Patient }) {
  const words = useWords(records);
  const baseWords = useWords(base);
  const toast = useToast();
  const { lost } = useSession();
  const [busy, setBusy] = useState(false);
  const unlock = async () => {
    setBusy(true);
    try {
      await api.post('/practices/{practiceId}/patients/{patientId}/unlock', {
        path: { practiceId, patientId: patient.patientId },
      });
      toast({ text: words('letIn', { name: `${patient.firstName} ${patient.lastName}` }) });
    } catch (error) {
      if (!lost(error)) {
        toast({ text: describeFailure(error, baseWords).join(' ') });
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button kind="quiet" busy={busy} onClick={() => void unlock()}>
      {words('unlock')}
    </Button>
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
