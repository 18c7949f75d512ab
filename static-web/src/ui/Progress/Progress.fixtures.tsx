import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Progress } from './Progress.tsx';

export const fixtures: Fixtures = {
  'On its way': () => <Progress name="Rows of the file" done={500} total={2000} text="500 of 2,000 rows" />,
  'Nobody knows how far': () => <Progress name="Rows of the file" done={0} total={undefined} />,
};
