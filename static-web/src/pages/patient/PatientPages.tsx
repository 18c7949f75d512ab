import { patient } from '../../i18n/areas/patient/patient.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { later } from '../../later/later.tsx';
import { matchPath } from '../../navigation/path.ts';
import { paths } from '../../navigation/paths.ts';
import { useAddress } from '../../navigation/useAddress.ts';
import { Signed, useSession } from '../../session/Signed.tsx';
import { PatientShell } from '../../ui/PatientShell/PatientShell.tsx';
import { Toasts } from '../../ui/Toast/Toast.tsx';
import { InboxPage } from './InboxPage.tsx';
import { ThreadPage } from './ThreadPage.tsx';
import { useUnread } from './useUnread.ts';

const SharedListPage = later(() => import('./collaborations/SharedListPage.tsx'));
const SharedPage = later(() => import('./collaborations/SharedPage.tsx'));
const NothingHere = later(() => import('../../session/NothingHere.tsx'));
const AccountPage = later(() => import('../../session/AccountPage.tsx'));

/** Everything of a patient's and of a colleague's from outside: the inbox, a thread, what was shared, the account. */
export function PatientPages() {
  return (
    <Toasts>
      <Signed>
        <Framed />
      </Signed>
    </Toasts>
  );
}

function Framed() {
  const words = useWords(patient);
  const { session } = useSession();
  const address = useAddress();
  const account = matchPath(paths.account, address) !== undefined;
  const shared = matchPath(paths.shared, address);
  const thread = account ? undefined : matchPath(paths.thread, address);
  const isPatient = session.affiliations.some((affiliation) => affiliation.kind === 'patient');
  const isCollaborator = session.affiliations.some((affiliation) => affiliation.kind === 'collaborator');
  // Who is no patient has no inbox: what was shared with them is where they begin.
  const inShared =
    shared !== undefined ||
    matchPath(paths.sharedList, address) !== undefined ||
    (!isPatient && isCollaborator && !account && thread === undefined);
  const withInbox = isPatient || !isCollaborator;
  const withShared = isCollaborator || inShared;
  const inboxCount = useUnread('/inbox/count', withInbox);
  const sharedCount = useUnread('/collaborations/count', withShared);
  const links = [
    ...(withInbox
      ? [{ to: paths.inbox.to(), text: words('inbox'), current: !account && !inShared, count: inboxCount }]
      : []),
    ...(withShared
      ? [{ to: paths.sharedList.to(), text: words('collaborations'), current: inShared, count: sharedCount }]
      : []),
    ...session.affiliations
      .filter(({ kind }) => kind === 'member')
      .map(({ practiceId, practiceName }) => ({ to: paths.cases.to({ practiceId }), text: practiceName })),
    { to: paths.account.to(), text: words('profile'), current: account },
  ];
  return (
    <PatientShell links={links} account={session.name}>
      {account ? (
        <AccountPage title={words('profile')} />
      ) : shared !== undefined ? (
        <SharedPage key={shared.collaborationId} collaborationId={shared.collaborationId} />
      ) : inShared ? (
        <SharedListPage />
      ) : thread !== undefined ? (
        <ThreadPage key={thread.threadId} threadId={thread.threadId} />
      ) : isPatient ? (
        <InboxPage />
      ) : (
        <NothingHere />
      )}
    </PatientShell>
  );
}
