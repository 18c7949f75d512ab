import type { Fixtures } from '../../fixtures/fixture.tsx';
import { PracticeMark } from './PracticeMark.tsx';

export const fixtures: Fixtures = {
  Small: () => (
    <div class="row">
      <PracticeMark name="Harbor Street Dental" />
      <span>Harbor Street Dental</span>
    </div>
  ),
  Large: () => (
    <div class="row">
      <PracticeMark name="Clínica de la Luz" large />
      <span>Clínica de la Luz</span>
    </div>
  ),
};
