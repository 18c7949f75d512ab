import './session.css';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Device } from '../api/types.ts';
import { describeFailure } from '../errors/describeFailure.ts';
import { account as accountArea } from '../i18n/areas/account/account.ts';
import { appCode } from '../i18n/areas/appCode/appCode.ts';
import { archiving } from '../i18n/areas/archiving/archiving.ts';
import { base } from '../i18n/areas/base/base.ts';
import { choosing } from '../i18n/areas/choosing/choosing.ts';
import { code } from '../i18n/areas/code/code.ts';
import { delivery } from '../i18n/areas/delivery/delivery.ts';
import { forms } from '../i18n/areas/forms/forms.ts';
import { newPassword } from '../i18n/areas/newPassword/newPassword.ts';
import { ownAccount } from '../i18n/areas/ownAccount/ownAccount.ts';
import { ownData } from '../i18n/areas/ownData/ownData.ts';
import { phone } from '../i18n/areas/phone/phone.ts';
import { profile } from '../i18n/areas/profile/profile.ts';
import { ways } from '../i18n/areas/ways/ways.ts';
import { formatDate } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/WordsProvider.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';
import { browserName } from './browserName.ts';
import { OwnData } from './own/OwnData.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { useSession } from './Signed.tsx';
import { useAccount } from './useAccount.ts';
import { SignInWays } from './ways/SignInWays.tsx';

export const areas = [
  accountArea,
  appCode,
  archiving,
  choosing,
  code,
  delivery,
  forms,
  newPassword,
  ownAccount,
  ownData,
  phone,
  profile,
  ways,
];

interface AccountPageProps {
  /** As the link that leads here calls it. */
  readonly title?: string;
}

/** One's own account: what one is sent, how one signs in, and where. */
export function Part({ title }: AccountPageProps) {
  const words = useWords(accountArea);
  const baseWords = useWords(base);
  const { session, signOut, lost } = useSession();
  const { account, failure, onChange } = useAccount(lost);
  return (
    <div class="stack">
      <PageHeading text={title ?? words('account')} />
      <p>{session.name}</p>
      <div class="row">
        <Button onClick={() => void signOut()}>{words('signOut')}</Button>
      </div>
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {account === undefined ? (
        failure === undefined && <Skeleton lines={8} />
      ) : (
        <>
          <ProfileForm account={account} onChange={onChange} />
          <SignInWays account={account} onChange={onChange} />
        </>
      )}
      <Devices />
      <OwnData />
    </div>
  );
}

function Devices() {
  const words = useWords(ownAccount);
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
                <strong>{device.current ? words('thisDevice') : browserName(device.words)}</strong>
                <div class="soft">
                  {words('lastSeen', {
                    at: formatDate({ locale, timeZone: session.timeZone }, new Date(device.lastSeenAt), 'moment'),
                  })}
                </div>
              </div>
              {!device.current && (
                <Button
                  kind="quiet"
                  name={words('endDeviceName', { device: browserName(device.words) })}
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
