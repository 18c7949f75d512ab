import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Account } from '../api/types.ts';

/** What each part of the page is given. */
export interface AccountProps {
  readonly account: Account;
  /** What the service says the account is now. */
  readonly onChange: (account: Account) => void;
}

/** One's own account, read once for the whole page; each form that changes it says what it is now. */
export function useAccount(lost: (error: unknown) => boolean) {
  const [account, setAccount] = useState<Account | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(() => {
    api.get('/account').then(
      ({ body }) => setAccount(body),
      (error: unknown) => lost(error) || setFailure(error),
    );
  }, [lost]);
  return { account, failure, onChange: setAccount };
}
