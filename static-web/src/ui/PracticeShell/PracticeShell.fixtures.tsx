import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { Badge } from '../Badge/Badge.tsx';
import { Button } from '../Button/Button.tsx';
import { Composer } from '../Composer/Composer.tsx';
import { FileTile } from '../FileTile/FileTile.tsx';
import { fixtureEntries } from '../List/List.fixtures.tsx';
import { List } from '../List/List.tsx';
import { MessageBubble } from '../MessageBubble/MessageBubble.tsx';
import { PageHeading } from '../PageHeading/PageHeading.tsx';
import { SearchField } from '../SearchField/SearchField.tsx';
import { type Tab, Tabs } from '../Tabs/Tabs.tsx';
import { PatientBar, PracticeShell } from './PracticeShell.tsx';

type CaseTab = 'overview' | 'doctor' | 'patient' | 'attachments' | 'activity';

const tabs: readonly Tab<CaseTab>[] = [
  { id: 'overview', text: 'Overview' },
  { id: 'doctor', text: 'Doctor Talk' },
  { id: 'patient', text: 'Patient Talk', count: { number: 1, said: '1 new message' } },
  { id: 'attachments', text: 'Attachments' },
  { id: 'activity', text: 'Activity' },
];

const links = [
  { to: '#cases', text: 'Cases', current: true, count: 4 },
  { to: '#collaborations', text: 'Collaborations' },
];

const tools = (
  <>
    <SearchField label="Find a patient" value="" onInput={nothing} />
    <Button kind="quiet" onClick={nothing}>
      Dr. Chen
    </Button>
  </>
);

const bar = (
  <PatientBar
    name="Ana Ruiz"
    facts={[
      { label: 'Born', value: 'March 27, 1956' },
      { label: 'Code', value: 'R-20418' },
      { label: 'Phone', value: '•• 43' },
    ]}
    actions={<Button onClick={nothing}>Start collaboration</Button>}
  />
);

const list = { name: 'Cases', content: <List name="Cases" entries={fixtureEntries} empty={null} /> };

export const fixtures: Fixtures = {
  Case: () => (
    <PracticeShell
      links={links}
      tools={tools}
      patientBar={bar}
      list={list}
      backToList={{ to: '#cases', text: 'All cases' }}
    >
      <div class="row">
        <PageHeading text="Upper left molar" />
        <Badge tone="success">Open</Badge>
      </div>
      <Stateful<CaseTab> initial="patient">
        {(selected, select) => (
          <Tabs name="Case" tabs={tabs} selected={selected} onSelect={select}>
            <div class="stack stack--wide">
              <MessageBubble
                mine
                sender="Dr. Chen"
                at={new Date('2026-11-20T15:04:00Z')}
                timeZone="UTC"
                text="The swelling should go down by Friday. Please send me a photo of the left side if you can."
                state="read"
              />
              <MessageBubble
                mine={false}
                sender="Ana Ruiz"
                at={new Date('2026-11-20T17:31:00Z')}
                timeZone="UTC"
                text="It is much better already. Here is the photo."
                files={
                  <FileTile
                    name="left-side.jpg"
                    bytes={2_430_000}
                    state={{ kind: 'ready' }}
                    onOpen={nothing}
                    actions={
                      <Button kind="quiet" name="Share File left-side.jpg" onClick={nothing}>
                        Share File
                      </Button>
                    }
                  />
                }
              />
              <Composer
                label="Your message to Ana Ruiz"
                threadId="fixture-practice"
                onSend={nothing}
                onAttach={nothing}
              />
            </div>
          </Tabs>
        )}
      </Stateful>
    </PracticeShell>
  ),
  'Something open by its number': () => (
    <PracticeShell
      links={links}
      opened="Collaboration 12"
      tools={tools}
      patientBar={bar}
      list={list}
      backToList={{ to: '#collaborations', text: 'All collaborations' }}
    >
      <PageHeading text="Collaboration 12" />
    </PracticeShell>
  ),
  'List alone': () => (
    <PracticeShell links={links} tools={tools} list={list}>
      <p class="soft">Choose a case at the left.</p>
    </PracticeShell>
  ),
};
