import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { PaperclipIcon, SendIcon } from '../Icon/TalkIcons.tsx';
import { Button, LinkButton } from './Button.tsx';

export const fixtures: Fixtures = {
  Primary: () => (
    <Button kind="primary" onClick={nothing}>
      Continue
    </Button>
  ),
  Secondary: () => <Button onClick={nothing}>Change delivery method</Button>,
  Quiet: () => (
    <Button kind="quiet" icon={<PaperclipIcon />} onClick={nothing}>
      Attach files
    </Button>
  ),
  Danger: () => (
    <Button kind="danger" onClick={nothing}>
      Close my account
    </Button>
  ),
  'With icon': () => (
    <Button kind="primary" icon={<SendIcon />} onClick={nothing}>
      Send
    </Button>
  ),
  Busy: () => (
    <Button kind="primary" busy onClick={nothing}>
      Sending the code
    </Button>
  ),
  Wide: () => (
    <Button kind="primary" wide onClick={nothing}>
      Continue
    </Button>
  ),
  Link: () => <LinkButton to="#front">Go to the front page</LinkButton>,
};
