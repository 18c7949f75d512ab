import './session.css';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Device } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { account as accountArea } from '../i18n/areas/account/account.ts';
import { choosing } from '../i18n/areas/choosing/choosing.ts';
import { forms } from '../i18n/areas/forms/forms.ts';
import { profile } from '../i18n/areas/profile/profile.ts';
import { formatDate } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';
import { PasswordField } from '../ui/PasswordField/PasswordField.tsx';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';
import { useToast } from '../ui/Toast/Toast.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { useSession } from './Signed.tsx';

export const areas = [accountArea, choosing, forms, profile];

/** One's own account: where one is signed in, and the password. */
export function Part() {
  const words = useWords(accountArea);
  const { session, signOut } = useSession();
  return (
    <div class="stack">
      <PageHeading text={words('account')} />
      <p>{session.name}</p>
      <div class="row">
        <Button onClick={() => void signOut()}>{words('signOut')}</Button>
      </div>
      <ProfileForm />
      <Devices />
      <PasswordForm />
    </div>
  );
}

function Devices() {
  const words = useWords(accountArea);
  const { locale } = useLanguage();
  const { session, lost } = useSession();
  const [devices, setDevices] = useState<readonly Device[] | undefined>(undefined);
  useEffect(() => {
    api.get('/account/devices').then(({ body }) => setDevices(body.devices), lost);
  }, [lost]);
  const end = async (device: Device) => {
    try {
      await api.delete('/account/devices/{sessionId}', { path: { sessionId: device.sessionId } });
      setDevices((current) => current?.filter((one) => one !== device));
    } catch (error) {
      lost(error);
    }
  };
  return (
    <section class="stack">
      <h2>{words('devices')}</h2>
      {devices === undefined ? (
        <Skeleton />
      ) : (
        <ul class="plain-list">
          {devices.map((device) => (
            <li key={device.sessionId} class="plain-list-item">
              <div>
                <strong>{device.current ? words('thisDevice') : nameOf(device.words)}</strong>
                <div class="soft">
                  {words('lastSeen', {
                    at: formatDate({ locale, timeZone: session.timeZone }, new Date(device.lastSeenAt), 'moment'),
                  })}
                </div>
              </div>
              {!device.current && (
                <Button
                  kind="quiet"
                  name={words('endDeviceName', { device: nameOf(device.words) })}
                  onClick={() => void end(device)}
                >
                  {words('endDevice')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a browser says of itself is long; the parts that a person knows it by are the system and the program. */
function nameOf(agent: string): string {
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/u.exec(agent)?.[0];
  const program = /Edg|Firefox|Chrome|Safari/u.exec(agent)?.[0];
  return [program?.replace('Edg', 'Edge'), system?.replace('Mac OS X', 'Mac')].filter(Boolean).join(', ') || agent;
}

function PasswordForm() {
  const words = useWords(accountArea);
  const rules = useWords(choosing);
  const toast = useToast();
  const { lost } = useSession();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const submission = useSubmission({
    sentences: {
      'wrong-password': words('wrongPassword'),
      'password-too-short': rules('tooShort'),
      'password-too-long': rules('tooLong'),
      'password-common': rules('common'),
      'password-names-you': rules('namesYou'),
      'passwords-differ': rules('differ'),
    },
    fields: { currentPassword: 'account-current', password: 'account-new', confirmPassword: 'account-repeat' },
  });
  const send = async () => {
    try {
      await api.post('/account/password', {
        body: { currentPassword: current, password, confirmPassword: repeat },
      });
    } catch (error) {
      lost(error);
      throw error;
    }
    setCurrent('');
    setPassword('');
    setRepeat('');
    toast({ text: words('passwordChanged') });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() => [], send);
      }}
    >
      <h2>{words('changePassword')}</h2>
      <FormProblems submission={submission} />
      <PasswordField
        id="account-current"
        label={words('currentPassword')}
        autocomplete="current-password"
        value={current}
        onInput={setCurrent}
        error={submission.errorOf('account-current')}
      />
      <PasswordField
        id="account-new"
        label={words('newPassword')}
        hint={rules('hint')}
        autocomplete="new-password"
        value={password}
        onInput={setPassword}
        error={submission.errorOf('account-new')}
      />
      <PasswordField
        id="account-repeat"
        label={words('repeatPassword')}
        autocomplete="new-password"
        value={repeat}
        onInput={setRepeat}
        error={submission.errorOf('account-repeat')}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('save')}
        </Button>
      </div>
    </form>
  );
}
