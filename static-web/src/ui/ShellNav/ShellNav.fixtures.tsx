import type { Fixtures } from '../../fixtures/fixture.tsx';
import { ShellNav } from './ShellNav.tsx';

export const fixtures: Fixtures = {
  'With new things': () => (
    <ShellNav
      links={[
        { to: '#inbox', text: 'Inbox', current: true, count: 3 },
        { to: '#profile', text: 'Profile' },
      ]}
    />
  ),
};
