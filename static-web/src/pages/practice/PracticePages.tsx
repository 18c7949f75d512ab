import { useState } from 'preact/hooks';
import type { PatientSummary } from '../../api/types.ts';
import { account as accountArea } from '../../i18n/areas/account/account.ts';
import { patients as patientsArea } from '../../i18n/areas/patients/patients.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { later } from '../../later/later.tsx';
import { matchPath } from '../../navigation/path.ts';
import { paths } from '../../navigation/paths.ts';
import { useAddress } from '../../navigation/useAddress.ts';
import { Signed, useSession } from '../../session/Signed.tsx';
import { PracticeShell } from '../../ui/PracticeShell/PracticeShell.tsx';
import { Toasts } from '../../ui/Toast/Toast.tsx';
import { CasesPage, type Frame } from './CasesPage.tsx';
import { PatientFacts } from './patients/ChosenPatient.tsx';
import { PatientSearch } from './patients/PatientSearch.tsx';
import { PatientsPages, practiceOfPatients } from './patients/PatientsPages.tsx';

const AccountPage = later(() => import('../../session/AccountPage.tsx'));
const ContactsPage = later(
  () => import('./contacts/ContactsPage.tsx'),
  ({ frame }, waiting) => <PracticeShell {...frame}>{waiting}</PracticeShell>,
);
const NothingHere = later(() => import('../../session/NothingHere.tsx'));
const NewCasePage = later(() => import('./NewCasePage.tsx'));
const CollaborationsPage = later(
  () => import('./collaborations/CollaborationsPage.tsx'),
  ({ frame }, waiting) => <PracticeShell {...frame}>{waiting}</PracticeShell>,
);
const StartPage = later(() => import('./collaborations/StartPage.tsx'));
const PeoplePage = later(() => import('./PeoplePage.tsx'));
const SettingsPage = later(() => import('./settings/SettingsPage.tsx'));

/** Everything of a member's: the cases, one of them, the account. */
export function PracticePages() {
  return (
    <Toasts>
      <Signed>
        <Framed />
      </Signed>
    </Toasts>
  );
}

function Framed() {
  const words = useWords(practice);
  const own = useWords(accountArea);
  const patientWords = useWords(patientsArea);
  const { session } = useSession();
  const address = useAddress();
  const members = session.affiliations.filter((affiliation) => affiliation.kind === 'member');
  const ofPatients = practiceOfPatients(address);
  const asked = [
    paths.cases,
    paths.newCase,
    paths.case,
    paths.casePart,
    paths.collaborations,
    paths.collaboration,
    paths.startCollaboration,
    paths.startFromCase,
    paths.contacts,
    paths.newContact,
    paths.contactFile,
    paths.contact,
    paths.people,
    paths.settings,
    paths.settingsPart,
  ]
    .map((one) => matchPath(one, address)?.practiceId)
    .concat(ofPatients)
    .find((id) => id !== undefined);
  const member = members.find((one) => asked === undefined || one.practiceId === asked);
  if (member === undefined) {
    return (
      <PracticeShell>
        <NothingHere />
      </PracticeShell>
    );
  }
  const { practiceId } = member;
  const account = matchPath(paths.practiceAccount, address) !== undefined;
  const people = matchPath(paths.people, address) !== undefined;
  const settingsPart = matchPath(paths.settingsPart, address)?.part;
  const settings = settingsPart !== undefined || matchPath(paths.settings, address) !== undefined;
  const contact = matchPath(paths.contact, address)?.contactId;
  const newContact = matchPath(paths.newContact, address) !== undefined;
  const contactFile = matchPath(paths.contactFile, address) !== undefined;
  const contacts =
    contact !== undefined || newContact || contactFile || matchPath(paths.contacts, address) !== undefined;
  const collaborationId = matchPath(paths.collaboration, address)?.collaborationId;
  const fromCase = matchPath(paths.startFromCase, address);
  const starting = fromCase ?? matchPath(paths.startCollaboration, address);
  const patients = ofPatients !== undefined && starting === undefined;
  const collaborations =
    starting !== undefined || collaborationId !== undefined || matchPath(paths.collaborations, address) !== undefined;
  const frame = {
    links: [
      {
        to: paths.cases.to({ practiceId }),
        text: words('cases'),
        current: !account && !collaborations && !contacts && !patients && !people && !settings,
      },
      { to: paths.patients.to({ practiceId }), text: patientWords('patients'), current: patients },
      { to: paths.collaborations.to({ practiceId }), text: words('collaborations'), current: collaborations },
      // What others share with this member is on the pages of those who are asked from outside.
      ...(session.affiliations.some(({ kind }) => kind === 'collaborator')
        ? [{ to: paths.sharedList.to(), text: words('sharedWithMe') }]
        : []),
      { to: paths.contacts.to({ practiceId }), text: words('contacts'), current: contacts },
      ...(member.manager
        ? [
            { to: paths.people.to({ practiceId }), text: words('people'), current: people },
            { to: paths.settings.to({ practiceId }), text: words('settings'), current: settings },
          ]
        : []),
      { to: paths.practiceAccount.to(), text: own('account'), current: account },
    ],
    tools: (
      <>
        <span class="soft">{`${session.name}, ${member.practiceName}`}</span>
        <PatientSearch key={practiceId} practiceId={practiceId} />
      </>
    ),
  };
  if (account) {
    return (
      <PracticeShell {...frame}>
        <AccountPage />
      </PracticeShell>
    );
  }
  if (starting !== undefined) {
    return (
      <Starting
        key={starting.patientId}
        frame={frame}
        practiceId={practiceId}
        patientId={starting.patientId}
        caseId={fromCase?.caseId}
      />
    );
  }
  if (collaborations) {
    return (
      <CollaborationsPage key={practiceId} frame={frame} practiceId={practiceId} collaborationId={collaborationId} />
    );
  }
  if (contacts) {
    return (
      <ContactsPage
        key={practiceId}
        frame={frame}
        practiceId={practiceId}
        open={newContact ? 'new' : contactFile ? 'file' : contact}
      />
    );
  }
  if (member.manager && people) {
    return (
      <PracticeShell {...frame}>
        <PeoplePage key={practiceId} practiceId={practiceId} />
      </PracticeShell>
    );
  }
  if (settings && (member.manager || settingsPart === 'education')) {
    return (
      <PracticeShell {...frame}>
        <SettingsPage key={practiceId} practiceId={practiceId} part={settingsPart} manager={member.manager} />
      </PracticeShell>
    );
  }
  if (patients) {
    return <PatientsPages key={practiceId} frame={frame} member={member} address={address} />;
  }
  if (matchPath(paths.newCase, address) !== undefined) {
    return (
      <PracticeShell {...frame}>
        <NewCasePage practiceId={practiceId} />
      </PracticeShell>
    );
  }
  const part = matchPath(paths.casePart, address);
  const caseId = part?.caseId ?? matchPath(paths.case, address)?.caseId;
  return <CasesPage key={practiceId} frame={frame} member={member} caseId={caseId} part={part?.part} />;
}

interface StartingProps {
  readonly frame: Frame;
  readonly practiceId: string;
  readonly patientId: string;
  readonly caseId: string | undefined;
}

/** A collaboration is begun under the bar of the patient whom it is about. */
function Starting({ frame, ...start }: StartingProps) {
  const [patient, setPatient] = useState<PatientSummary | undefined>(undefined);
  const { practiceId } = start;
  return (
    <PracticeShell
      {...frame}
      {...(patient && { patientBar: <PatientFacts practiceId={practiceId} patient={patient} /> })}
    >
      <StartPage {...start} onPatient={setPatient} />
    </PracticeShell>
  );
}
