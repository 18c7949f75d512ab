import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { DownloadZip } from '../../archives/DownloadZip.tsx';
import { dropAllDrafts } from '../../drafts/drafts.ts';
import { ownData } from '../../i18n/areas/ownData/ownData.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { useSession } from '../Signed.tsx';
import { WithPassword } from '../ways/WithPassword.tsx';

type Doing = 'nothing' | 'closing' | { readonly closesAt: string };

/** Takes everything of one's own along, and closes the account. */
export function OwnData() {
  const words = useWords(ownData);
  const { locale } = useLanguage();
  const { session } = useSession();
  const [doing, setDoing] = useState<Doing>('nothing');
  const close = async (password: string) => {
    const { body } = await api.post('/account/close', { body: { password } });
    dropAllDrafts();
    setDoing({ closesAt: body.closesAt });
  };
  const leave = () => location.assign(paths.front.to());
  return (
    <section class="stack">
      <h2>{words('title')}</h2>
      <p class="soft">{words('downloadText')}</p>
      <div class="row">
        <DownloadZip
          label={words('download')}
          ask={async (signal) => (await api.post('/account/archive', {}, { signal })).body}
        />
      </div>
      <h3>{words('close')}</h3>
      <p class="soft">{words('closeText')}</p>
      {doing === 'closing' ? (
        <WithPassword
          id="close-account"
          text={words('closePassword')}
          action={words('close')}
          known={{ 'still-member': words('stillMember') }}
          act={close}
          onCancel={() => setDoing('nothing')}
        />
      ) : (
        <div class="row">
          <Button kind="quiet" onClick={() => setDoing('closing')}>
            {words('close')}
          </Button>
        </div>
      )}
      <Dialog open={typeof doing === 'object'} title={words('closed')} onClose={leave}>
        {typeof doing === 'object' && (
          <p>
            {words('closedText', {
              at: formatDate({ locale, timeZone: session.timeZone }, new Date(doing.closesAt), 'moment'),
            })}
          </p>
        )}
        <div class="row">
          <Button kind="primary" onClick={leave}>
            {words('toFront')}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
