import type { Fixtures } from '../../fixtures/fixture.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

export const fixtures: Fixtures = {
  Plain: () => <LanguageSwitch />,
};
