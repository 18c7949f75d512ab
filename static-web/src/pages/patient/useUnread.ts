import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { poll } from '../../api/poll.ts';
import { useSession } from '../../session/Signed.tsx';

const every = 15_000;

/** How many threads are unread, as it changes. */
export function useUnread(): number {
  const { lost } = useSession();
  const [count, setCount] = useState(0);
  useEffect(
    () =>
      poll<{ readonly count: number }>({
        look: (options) => api.get('/inbox/count', {}, { ...options, background: true }),
        onChange: (body) => setCount(body.count),
        onFailure: lost,
        every,
      }).stop,
    [lost],
  );
  return count;
}
