import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Account } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { ownAccount } from '../../i18n/areas/ownAccount/ownAccount.ts';
import { ways } from '../../i18n/areas/ways/ways.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';
import { ChangePassword } from '../ChangePassword.tsx';
import { useSession } from '../Signed.tsx';
import { AppWay } from './AppWay.tsx';
import { PasskeyWays } from './PasskeyWays.tsx';
import { PhoneWays } from './PhoneWays.tsx';

/** What each of the ways is given. */
export interface WayProps {
  readonly account: Account;
  /** What the service says the account is now. */
  readonly onChange: (account: Account) => void;
}

/** With what one signs in: phones, an authenticator app, passkeys, and the password. */
export function SignInWays() {
  const words = useWords(ways);
  const own = useWords(ownAccount);
  const baseWords = useWords(base);
  const toast = useToast();
  const { lost } = useSession();
  const [account, setAccount] = useState<Account | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(() => {
    api.get('/account').then(
      ({ body }) => setAccount(body),
      (error: unknown) => lost(error) || setFailure(error),
    );
  }, [lost]);
  return (
    <section class="stack">
      <h2>{words('title')}</h2>
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {account === undefined ? (
        failure === undefined && <Skeleton lines={4} />
      ) : (
        <>
          <PasskeyWays account={account} onChange={setAccount} />
          <AppWay account={account} onChange={setAccount} />
          <PhoneWays account={account} onChange={setAccount} />
        </>
      )}
      <ChangePassword heading="section" onChanged={() => toast({ text: own('passwordChanged') })} lost={lost} />
    </section>
  );
}
