import { type Fixtures, Stateful } from '../../fixtures/fixture.tsx';
import { type Tab, Tabs } from './Tabs.tsx';

type Id = 'overview' | 'doctor' | 'patient';

const tabs: readonly Tab<Id>[] = [
  { id: 'overview', text: 'Overview' },
  { id: 'doctor', text: 'Doctor Talk', count: { number: 2, said: '2 new posts' } },
  { id: 'patient', text: 'Patient Talk' },
];

export const fixtures: Fixtures = {
  Plain: () => (
    <Stateful<Id> initial="overview">
      {(selected, select) => (
        <Tabs name="Case" tabs={tabs} selected={selected} onSelect={select}>
          <p>The {selected} of the case.</p>
        </Tabs>
      )}
    </Stateful>
  ),
};
