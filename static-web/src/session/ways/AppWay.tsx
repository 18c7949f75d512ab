import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { AuthenticatorEnrolment } from '../../api/types.ts';
import { ways } from '../../i18n/areas/ways/ways.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { AppCodeForm } from '../../proving/AppCodeForm.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';
import { useSession } from '../Signed.tsx';
import type { AccountProps } from '../useAccount.ts';
import { WithPassword } from './WithPassword.tsx';

type Doing = 'nothing' | 'setting' | 'removing' | AuthenticatorEnrolment;

/** An app that shows codes: set up, replaced, taken away. */
export function AppWay({ account, onChange }: AccountProps) {
  const words = useWords(ways);
  const toast = useToast();
  const { lost } = useSession();
  const [doing, setDoing] = useState<Doing>('nothing');
  const stop = () => setDoing('nothing');
  const confirm = async (code: string) => {
    try {
      const { body } = await api.post('/account/authenticator/confirm', { body: { code } });
      onChange(body);
      stop();
      toast({ text: words('appAdded') });
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  return (
    <div class="stack">
      <h3>{words('app')}</h3>
      <p class="soft">{words(account.authenticator ? 'appOn' : 'appText')}</p>
      {doing === 'nothing' && (
        <div class="row">
          <Button onClick={() => setDoing('setting')}>{words(account.authenticator ? 'replaceApp' : 'addApp')}</Button>
          {account.authenticator && (
            <Button
              kind="quiet"
              name={words('removeName', { name: words('app') })}
              onClick={() => setDoing('removing')}
            >
              {words('remove')}
            </Button>
          )}
        </div>
      )}
      {doing === 'setting' && (
        <WithPassword
          id="app"
          text={words('appPassword')}
          action={words('goOn')}
          act={async (password) => setDoing((await api.post('/account/authenticator', { body: { password } })).body)}
          onCancel={stop}
        />
      )}
      {doing === 'removing' && (
        <WithPassword
          id="remove-app"
          text={words('removeAppText')}
          action={words('remove')}
          act={async (password) => {
            const { body } = await api.post('/account/authenticator/remove', { body: { password } });
            onChange(body);
            stop();
            toast({ text: words('removed') });
          }}
          onCancel={stop}
        />
      )}
      {typeof doing === 'object' && (
        <AppCodeForm
          answer={confirm}
          other={
            <Button kind="quiet" onClick={stop}>
              {words('cancel')}
            </Button>
          }
        >
          <p>{words('scan')}</p>
          <svg class="way-qr" viewBox={`0 0 ${doing.qrSize} ${doing.qrSize}`} role="img" aria-label={words('qr')}>
            <path d={doing.qrPath} />
          </svg>
          <p>
            {words('orType')} <code class="way-secret">{doing.secret}</code>
          </p>
        </AppCodeForm>
      )}
    </div>
  );
}
