import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Badge } from '../Badge/Badge.tsx';
import { EmptyState } from '../EmptyState/EmptyState.tsx';
import { List, type ListEntry } from './List.tsx';

export const fixtureEntries: readonly ListEntry[] = [
  {
    id: '1',
    to: '#1',
    title: 'Ana Ruiz',
    at: { text: '3:04 PM', iso: '2026-11-23T15:04:00Z' },
    detail: 'It is much better already. Here is the photo.',
    unread: true,
    withFile: true,
    selected: true,
  },
  {
    id: '2',
    to: '#2',
    title: 'Thomas Okafor',
    at: { text: '9:12 AM', iso: '2026-11-23T09:12:00Z' },
    detail: 'Waiting for the X-ray from Dr. Lindqvist',
    unread: true,
  },
  {
    id: '3',
    to: '#3',
    title: 'Marie-Claire de Saint-Exupéry-Montgomery',
    at: { text: 'Nov 20', iso: '2026-11-20T10:00:00Z' },
    detail: 'Registered. First message read.',
    badge: <Badge>Closed</Badge>,
  },
  {
    id: '4',
    to: '#4',
    title: 'Yusuf Demir',
    at: { text: 'Nov 18', iso: '2026-11-18T10:00:00Z' },
    detail: 'The email came back',
    badge: <Badge tone="danger">Bounced</Badge>,
  },
];

export const fixtures: Fixtures = {
  Entries: () => <List name="Cases" entries={fixtureEntries} empty={null} />,
  'More to come': () => <List name="Cases" entries={fixtureEntries} empty={null} more={() => undefined} />,
  'Nothing so far': () => (
    <List
      name="Cases"
      entries={[]}
      empty={<EmptyState title="No cases yet">Open one.</EmptyState>}
      more={() => undefined}
    />
  ),
  Empty: () => (
    <List
      name="Cases"
      entries={[]}
      empty={<EmptyState title="No cases yet">Choose a patient at the top right, then open a case.</EmptyState>}
    />
  ),
};
