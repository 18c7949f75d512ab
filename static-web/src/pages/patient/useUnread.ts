import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { poll } from '../../api/poll.ts';
import { useAddress } from '../../navigation/useAddress.ts';
import { useSession } from '../../session/Signed.tsx';

const every = 15_000;

/** How many threads are unread, as it changes: looked at anew whenever the person goes somewhere, since reading is what changes it most. */
export function useUnread(): number {
  const { lost } = useSession();
  const address = useAddress();
  const [count, setCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is the reason to look
  useEffect(
    () =>
      poll<{ readonly count: number }>({
        look: (options) => api.get('/inbox/count', {}, { ...options, background: true }),
        onChange: (body) => setCount(body.count),
        onFailure: lost,
        every,
      }).stop,
    [lost, address],
  );
  return count;
}
