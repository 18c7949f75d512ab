import { account as accountArea } from '../../i18n/areas/account/account.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { homeOf } from '../../session/home.ts';
import { useSession } from '../../session/Signed.tsx';
import { Button, LinkButton } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';

export const areas = [accountArea];

/** For an account that is neither a patient's nor a colleague's. */
export function Part() {
  const words = useWords(accountArea);
  const { session, signOut } = useSession();
  return (
    <>
      <PageHeading text={words('nothingHereTitle')} />
      <EmptyState
        title={words('otherAccount')}
        action={
          <>
            {session.affiliations.length > 0 && <LinkButton to={homeOf(session)}>{words('ownPages')}</LinkButton>}
            <Button onClick={() => void signOut()}>{words('signOut')}</Button>
          </>
        }
      >
        {words('nothingHereText')}
      </EmptyState>
    </>
  );
}
