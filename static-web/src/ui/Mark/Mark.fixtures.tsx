import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Mark, PracticeMark } from './Mark.tsx';

export const fixtures: Fixtures = {
  Service: () => <Mark size={48} />,
  Practice: () => (
    <div class="row">
      <PracticeMark name="Harbor Street Dental" />
      <span>Harbor Street Dental</span>
    </div>
  ),
  'Practice, large': () => (
    <div class="row">
      <PracticeMark name="Clínica de la Luz" large />
      <span>Clínica de la Luz</span>
    </div>
  ),
};
