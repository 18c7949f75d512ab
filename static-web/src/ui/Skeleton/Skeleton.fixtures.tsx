import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Skeleton } from './Skeleton.tsx';

export const fixtures: Fixtures = {
  'Three lines': () => <Skeleton />,
};
