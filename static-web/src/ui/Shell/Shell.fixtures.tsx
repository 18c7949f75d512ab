import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Brand, ConnectionNotice, Main, SkipLink } from './Shell.tsx';

export const fixtures: Fixtures = {
  Parts: () => (
    <div>
      <SkipLink />
      <Brand />
      <Main>
        <ConnectionNotice />
        <h1>Main content</h1>
      </Main>
    </div>
  ),
};
