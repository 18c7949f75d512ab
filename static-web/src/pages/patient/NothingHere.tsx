import { account as accountArea } from '../../i18n/areas/account/account.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';

export const areas = [accountArea];

/** For an account that is neither a patient's nor a colleague's. */
export function Part() {
  const words = useWords(accountArea);
  const { signOut } = useSession();
  return (
    <>
      <PageHeading text={words('nothingHereTitle')} />
      <EmptyState
        title={words('otherAccount')}
        action={<Button onClick={() => void signOut()}>{words('signOut')}</Button>}
      >
        {words('nothingHereText')}
      </EmptyState>
    </>
  );
}
