import { account } from '../i18n/areas/account/account.ts';
import { elsewhere } from '../i18n/areas/elsewhere/elsewhere.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button, LinkButton } from '../ui/Button/Button.tsx';
import { EmptyState } from '../ui/EmptyState/EmptyState.tsx';
import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';
import { homeOf } from './home.ts';
import { useSession } from './Signed.tsx';

export const areas = [account, elsewhere];

/** For an account that these pages are not for. */
export function Part() {
  const words = useWords(elsewhere);
  const own = useWords(account);
  const { session, signOut } = useSession();
  return (
    <>
      <PageHeading text={words('nothingHereTitle')} />
      <EmptyState
        title={words('otherAccount')}
        action={
          <>
            {session.affiliations.length > 0 && <LinkButton to={homeOf(session)}>{words('ownPages')}</LinkButton>}
            <Button onClick={() => void signOut()}>{own('signOut')}</Button>
          </>
        }
      >
        {words('nothingHereText')}
      </EmptyState>
    </>
  );
}
