import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Countdown } from './Countdown.tsx';

export const fixtures: Fixtures = {
  'Three minutes': () => <Countdown until={new Date(Date.now() + 180_000)} label="You can edit for" />,
  Over: () => <Countdown until={new Date(0)} label="You can edit for" />,
};
