import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { Button } from '../Button/Button.tsx';
import { Toasts, useToast } from './Toast.tsx';

export function Withdraw({ onUndo, onGone }: { readonly onUndo: () => void; readonly onGone?: () => void }) {
  const toast = useToast();
  const content = { text: 'Invitation withdrawn', onUndo };
  return <Button onClick={() => toast(onGone ? { ...content, onGone } : content)}>Withdraw</Button>;
}

export const fixtures: Fixtures = {
  'With undo': () => (
    <Toasts>
      <Withdraw onUndo={nothing} />
    </Toasts>
  ),
};
