import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { poll } from '../../api/poll.ts';
import { useAddress } from '../../navigation/useAddress.ts';
import { useSession } from '../../session/Signed.tsx';

const every = 15_000;

/**
 * How many things are unread, as it changes: looked at anew whenever the person goes somewhere, since reading is what changes it most.
 *
 * @param route what counts them
 * @param counted false for whoever has none of them and is not asked about
 */
export function useUnread(route: '/inbox/count' | '/collaborations/count', counted: boolean): number {
  const { lost } = useSession();
  const address = useAddress();
  const [count, setCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is the reason to look
  useEffect(
    () =>
      counted
        ? poll<{ readonly count: number }>({
            look: (options) => api.get(route, {}, { ...options, background: true }),
            onChange: (body) => setCount(body.count),
            onFailure: lost,
            every,
          }).stop
        : undefined,
    [route, counted, lost, address],
  );
  return count;
}
