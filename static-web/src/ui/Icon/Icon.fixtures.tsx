import type { Fixtures } from '../../fixtures/fixture.tsx';
import * as moveIcons from './MoveIcons.tsx';
import * as statusIcons from './StatusIcons.tsx';
import * as talkIcons from './TalkIcons.tsx';

export const fixtures: Fixtures = {
  All: () => (
    <div class="row">
      {Object.entries({ ...statusIcons, ...moveIcons, ...talkIcons }).map(([name, OneIcon]) => (
        <OneIcon key={name} />
      ))}
    </div>
  ),
};
