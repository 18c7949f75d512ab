import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Timeline } from './Timeline.tsx';

const sent = new Date('2026-11-20T15:04:00Z');

export const fixtures: Fixtures = {
  'Under way': () => (
    <Timeline
      timeZone="UTC"
      events={[
        { id: 'sent', text: 'Sent', state: 'done', at: sent },
        { id: 'delivered', text: 'Delivered', state: 'done', at: new Date('2026-11-20T15:04:09Z') },
        {
          id: 'opened',
          text: 'Opened',
          state: 'now',
          at: new Date('2026-11-21T08:40:00Z'),
          detail: 'At step 2, the phone number.',
        },
        { id: 'registered', text: 'Registered', state: 'waiting' },
      ]}
    />
  ),
  Failed: () => (
    <Timeline
      timeZone="UTC"
      events={[
        { id: 'sent', text: 'Sent', state: 'done', at: sent },
        {
          id: 'bounced',
          text: 'The email came back',
          state: 'failed',
          at: new Date('2026-11-20T15:05:00Z'),
          detail: 'There is no mailbox ana.ruiz@exmaple.com. Correct the address to send it again.',
        },
      ]}
    />
  ),
};
