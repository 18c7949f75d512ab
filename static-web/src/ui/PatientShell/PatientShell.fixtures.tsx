import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { Button } from '../Button/Button.tsx';
import { Composer } from '../Composer/Composer.tsx';
import { EmptyState } from '../EmptyState/EmptyState.tsx';
import { FileTile } from '../FileTile/FileTile.tsx';
import { fixtureEntries } from '../List/List.fixtures.tsx';
import { List } from '../List/List.tsx';
import { MessageBubble } from '../MessageBubble/MessageBubble.tsx';
import { PageHeading } from '../PageHeading/PageHeading.tsx';
import { PatientShell } from './PatientShell.tsx';

const links = [
  { to: '#inbox', text: 'Inbox', current: true, count: 2 },
  { to: '#profile', text: 'Profile' },
];

const account = (
  <Button kind="quiet" onClick={nothing}>
    Sign out
  </Button>
);

export const fixtures: Fixtures = {
  Inbox: () => (
    <PatientShell links={links} account={account}>
      <PageHeading text="Secure inbox" />
      <List name="Messages" entries={fixtureEntries} empty={null} />
    </PatientShell>
  ),
  Thread: () => (
    <PatientShell links={links} account={account}>
      <PageHeading text="Dr. Chen, Harbor Street Dental" />
      <MessageBubble
        mine={false}
        sender="Dr. Chen"
        at={new Date('2026-11-20T15:04:00Z')}
        timeZone="UTC"
        text={
          'Hello Ana,\n\nthe swelling should go down by Friday. Please send me a photo of the left side if you can.'
        }
      />
      <MessageBubble
        mine
        sender="Ana Ruiz"
        at={new Date('2026-11-20T17:31:00Z')}
        timeZone="UTC"
        text="It is much better already. Here is the photo."
        state="read"
        files={<FileTile name="left-side.jpg" bytes={2_430_000} state={{ kind: 'ready' }} onOpen={nothing} />}
      />
      <Composer label="Your message to Dr. Chen" threadId="fixture-patient" onSend={nothing} onAttach={nothing} />
    </PatientShell>
  ),
  Empty: () => (
    <PatientShell links={links.slice(0, 1)} account={account}>
      <PageHeading text="Secure inbox" />
      <EmptyState title="No messages yet">When your clinic writes to you, the message appears here.</EmptyState>
    </PatientShell>
  ),
};
