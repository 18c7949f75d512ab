import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { Button } from '../Button/Button.tsx';
import { EmptyState } from './EmptyState.tsx';

export const fixtures: Fixtures = {
  'With action': () => (
    <EmptyState
      title="You have not invited Ana Ruiz"
      action={
        <Button kind="primary" onClick={nothing}>
          Invite Patient
        </Button>
      }
    >
      Invite her by email. You then talk here in private.
    </EmptyState>
  ),
};
