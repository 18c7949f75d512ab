import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { Button } from '../Button/Button.tsx';
import { Dialog } from './Dialog.tsx';

export const fixtures: Fixtures = {
  Closed: () => (
    <Stateful initial={false}>
      {(open, change) => (
        <>
          <Button onClick={() => change(true)}>Close the case</Button>
          <Dialog
            open={open}
            title="Close the case"
            onClose={() => change(false)}
            actions={
              <>
                <Button onClick={() => change(false)}>Keep it open</Button>
                <Button kind="primary" onClick={() => change(false)}>
                  Close it
                </Button>
              </>
            }
          >
            <p>Everyone in the case still sees it. It can be opened again at any time.</p>
          </Dialog>
        </>
      )}
    </Stateful>
  ),
};

/** Kept off the page of all fixtures: an open dialog lies over everything else. */
export const openDialog = () => (
  <Dialog open title="Close the case" onClose={nothing} actions={<Button onClick={nothing}>Keep it open</Button>}>
    <p>Everyone in the case still sees it.</p>
  </Dialog>
);
