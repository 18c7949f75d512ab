import { api } from '../api/api.ts';
import type { Session } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { passkey } from '../i18n/areas/passkey/passkey.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { PasskeyNotUsed, provePasskey } from './passkeys.ts';

export const areas = [passkey];

/** Signs in with what the device has, instead of a password. */
export function Part({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const words = useWords(passkey);
  const submission = useSubmission({ sentences: {} });
  const signIn = async () => {
    const { body: asked } = await api.post('/sign-in/passkey/options');
    try {
      const { body } = await api.post('/sign-in/passkey', { body: { credential: await provePasskey(asked.options) } });
      if (body.session !== undefined) {
        onSignedIn(body.session);
      }
    } catch (error) {
      // Somebody who let the browser's question be has decided so; the form is as it was.
      if (!(error instanceof PasskeyNotUsed)) {
        throw error;
      }
    }
  };
  return (
    <>
      <FormProblems submission={submission} known={{ 'passkey-unknown': words('passkeyUnknown') }} />
      <Button wide busy={submission.busy} onClick={() => void submission.submit(() => [], signIn)}>
        {words('withPasskey')}
      </Button>
    </>
  );
}
