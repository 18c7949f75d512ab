import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { Button } from '../Button/Button.tsx';
import { Banner } from './Banner.tsx';

export const fixtures: Fixtures = {
  Info: () => <Banner kind="info">You can close this page and come back to it with the same link.</Banner>,
  Success: () => <Banner kind="success" title="You are registered" />,
  Warning: () => (
    <Banner
      kind="warning"
      title="You will be signed out in two minutes"
      action={<Button onClick={nothing}>Stay signed in</Button>}
    >
      What you typed is kept.
    </Banner>
  ),
  Error: () => (
    <Banner kind="error" title="The email came back">
      ana.ruiz@exmaple.com does not exist. Correct the address to send it again.
    </Banner>
  ),
};
