import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { FileTile } from '../FileTile/FileTile.tsx';
import { Composer } from './Composer.tsx';

export const fixtures: Fixtures = {
  Plain: () => (
    <Composer label="Your message to Dr. Chen" threadId="fixture-plain" onSend={nothing} onAttach={nothing} />
  ),
  'With files': () => (
    <Composer
      label="Your message to Dr. Chen"
      threadId="fixture-files"
      onSend={nothing}
      onAttach={nothing}
      hasFiles
      files={
        <FileTile
          name="left-side.jpg"
          bytes={2_430_000}
          state={{ kind: 'uploading', sentBytes: 1_100_000 }}
          onPause={nothing}
          onCancel={nothing}
        />
      }
    />
  ),
  'Own word': () => (
    <Composer label="New post" threadId="fixture-doctor" onSend={nothing} sendText="Add to Discussion" />
  ),
};
