import { ownAccount } from '../../i18n/areas/ownAccount/ownAccount.ts';
import { ways } from '../../i18n/areas/ways/ways.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';
import { ChangePassword } from '../ChangePassword.tsx';
import { useSession } from '../Signed.tsx';
import type { AccountProps } from '../useAccount.ts';
import { AppWay } from './AppWay.tsx';
import { PasskeyWays } from './PasskeyWays.tsx';
import { PhoneWays } from './PhoneWays.tsx';

/** With what one signs in: phones, an authenticator app, passkeys, and the password. */
export function SignInWays({ account, onChange }: AccountProps) {
  const words = useWords(ways);
  const own = useWords(ownAccount);
  const toast = useToast();
  const { lost } = useSession();
  return (
    <section class="stack">
      <h2>{words('title')}</h2>
      <PasskeyWays account={account} onChange={onChange} />
      <AppWay account={account} onChange={onChange} />
      <PhoneWays account={account} onChange={onChange} />
      <ChangePassword heading="section" onChanged={() => toast({ text: own('passwordChanged') })} lost={lost} />
    </section>
  );
}
