import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Mark } from './Mark.tsx';

export const fixtures: Fixtures = {
  Small: () => <Mark size={28} />,
  Large: () => <Mark size={64} />,
};
