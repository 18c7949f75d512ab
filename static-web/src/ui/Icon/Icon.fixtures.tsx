import type { Fixtures } from '../../fixtures/fixture.tsx';
import * as icons from './Icon.tsx';

export const fixtures: Fixtures = {
  All: () => (
    <div class="row">
      {Object.entries(icons).map(([name, OneIcon]) => (
        <OneIcon key={name} />
      ))}
    </div>
  ),
};
