import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { Button } from '../Button/Button.tsx';
import { FileTile } from './FileTile.tsx';

const scan = { name: 'panoramic-x-ray-2026-11-20-upper-and-lower-jaw.dcm', bytes: 48_300_000 } as const;

export const fixtures: Fixtures = {
  Ready: () => (
    <FileTile
      name="left-side.jpg"
      bytes={2_430_000}
      state={{ kind: 'ready' }}
      onOpen={nothing}
      actions={
        <Button kind="quiet" name="Share File left-side.jpg" onClick={nothing}>
          Share File
        </Button>
      }
    />
  ),
  Uploading: () => (
    <FileTile {...scan} state={{ kind: 'uploading', sentBytes: 17_900_000 }} onPause={nothing} onCancel={nothing} />
  ),
  Paused: () => (
    <FileTile {...scan} state={{ kind: 'paused', sentBytes: 17_900_000 }} onResume={nothing} onCancel={nothing} />
  ),
  Checking: () => <FileTile {...scan} state={{ kind: 'checking' }} onCancel={nothing} />,
  Failed: () => (
    <FileTile
      {...scan}
      state={{ kind: 'failed', reason: 'The connection broke. The part that arrived is kept.' }}
      onRetry={nothing}
      onCancel={nothing}
    />
  ),
};
