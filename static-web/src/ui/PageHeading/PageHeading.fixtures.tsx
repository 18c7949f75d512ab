import type { Fixtures } from '../../fixtures/fixture.tsx';
import { PageHeading } from './PageHeading.tsx';

export const fixtures: Fixtures = {
  Plain: () => <PageHeading text="When were you born?" />,
  'Says more than the title': () => <PageHeading text="Case">Ana Ruiz, upper left molar</PageHeading>,
};
