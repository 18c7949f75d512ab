import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { Failure } from '../../api/failure.ts';
import type { Passkey } from '../../api/types.ts';
import { ownAccount } from '../../i18n/areas/ownAccount/ownAccount.ts';
import { ways } from '../../i18n/areas/ways/ways.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';
import { browserName } from '../browserName.ts';
import { makePasskey, PasskeyNotUsed } from '../passkeys.ts';
import { passkeysWork } from '../passkeysWork.ts';
import { useSession } from '../Signed.tsx';
import type { AccountProps } from '../useAccount.ts';
import { WithPassword } from './WithPassword.tsx';

/** Passkeys: the strongest way, because nobody can be talked into giving one away. */
export function PasskeyWays({ account, onChange }: AccountProps) {
  const words = useWords(ways);
  const own = useWords(ownAccount);
  const { locale } = useLanguage();
  const { session } = useSession();
  const toast = useToast();
  const [doing, setDoing] = useState<'nothing' | 'adding' | Passkey>('nothing');
  const [notMade, setNotMade] = useState(false);
  const stop = () => setDoing('nothing');
  const add = async (password: string) => {
    setNotMade(false);
    const { body } = await api.post('/account/passkeys/options', { body: { password } });
    try {
      const credential = await makePasskey(body.options);
      onChange((await api.post('/account/passkeys', { body: { credential } })).body);
      toast({ text: words('passkeyAdded') });
    } catch (error) {
      if (
        !(error instanceof PasskeyNotUsed) &&
        !(error instanceof Failure && error.problem?.code === 'passkey-not-taken')
      ) {
        throw error;
      }
      setNotMade(true);
    }
    stop();
  };
  return (
    <div class="stack">
      <h3>{words('passkeys')}</h3>
      <p class="soft">{words('passkeysText')}</p>
      {account.passkeys.length > 0 && (
        <ul class="plain-list">
          {account.passkeys.map((passkey) => (
            <li key={passkey.passkeyId} class="plain-list-item">
              <div>
                <strong>{browserName(passkey.words)}</strong>
                <div class="soft">
                  {own('lastSeen', {
                    at: formatDate(
                      { locale, timeZone: session.timeZone },
                      new Date(passkey.lastUsedAt ?? passkey.createdAt),
                      'moment',
                    ),
                  })}
                </div>
              </div>
              <Button
                kind="quiet"
                name={words('removeName', { name: browserName(passkey.words) })}
                onClick={() => setDoing(passkey)}
              >
                {words('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {notMade && <Banner kind="warning">{words('passkeyNotMade')}</Banner>}
      {typeof doing === 'object' && (
        <WithPassword
          id="remove-passkey"
          text={words('removePasskeyText', { name: browserName(doing.words) })}
          action={words('remove')}
          act={async (password) => {
            const { body } = await api.post('/account/passkeys/{passkeyId}/remove', {
              path: { passkeyId: doing.passkeyId },
              body: { password },
            });
            onChange(body);
            stop();
            toast({ text: words('removed') });
          }}
          onCancel={stop}
        />
      )}
      {doing === 'adding' && (
        <WithPassword
          id="passkey"
          text={words('passkeyPassword')}
          action={words('goOn')}
          known={{ 'too-many-passkeys': words('tooManyPasskeys') }}
          act={add}
          onCancel={stop}
        />
      )}
      {doing === 'nothing' &&
        (passkeysWork() ? (
          <div class="row">
            <Button onClick={() => setDoing('adding')}>{words('addPasskey')}</Button>
          </div>
        ) : (
          <p class="soft">{words('passkeysNotHere')}</p>
        ))}
    </div>
  );
}
