import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { FileTile } from '../FileTile/FileTile.tsx';
import { MessageBubble } from './MessageBubble.tsx';

const shared = { sender: 'Dr. Chen', at: new Date('2026-11-20T15:04:00Z'), timeZone: 'UTC' } as const;

export const fixtures: Fixtures = {
  Theirs: () => (
    <MessageBubble {...shared} mine={false} text={'Hello Ana,\nplease send me a photo of the left side.'} />
  ),
  'Mine, sending': () => <MessageBubble {...shared} mine text="Here it is." state="sending" />,
  'Mine, read': () => <MessageBubble {...shared} mine text="Here it is." state="read" />,
  'Mine, not sent': () => <MessageBubble {...shared} mine text="Here it is." state="failed" onRetry={nothing} />,
  Corrected: () => <MessageBubble {...shared} mine text="On Friday at 10." state="delivered" corrected />,
  Withdrawn: () => <MessageBubble {...shared} mine={false} text="" withdrawn />,
  'With a file': () => (
    <MessageBubble
      {...shared}
      mine={false}
      text="The plan."
      files={<FileTile name="treatment-plan.pdf" bytes={184_000} state={{ kind: 'ready' }} onOpen={nothing} />}
    />
  ),
  'Right to left': () => <MessageBubble {...shared} mine={false} text="مرحبا، شكرا جزيلا 👍" />,
};
