import { useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { Collaboration, Collaborator } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { collaboration } from '../../../i18n/areas/collaboration/collaboration.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Badge, type BadgeTone } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { CorrectAddress } from '../CorrectAddress.tsx';
import { ReasonForm } from '../ReasonForm.tsx';
import { useSentTooOften } from '../useSentTooOften.ts';

const tones: Readonly<Partial<Record<Collaborator['state'], BadgeTone>>> = {
  bounced: 'danger',
  expired: 'warning',
  read: 'success',
};

interface CollaboratorsProps {
  readonly practiceId: string;
  readonly opened: Collaboration;
  readonly onChange: (opened: Collaboration) => void;
}

/** Who was invited, how far the email came, who has read it and when, and the ways to send again and to take somebody out. */
export function Collaborators({ practiceId, opened, onChange }: CollaboratorsProps) {
  const words = useWords(collaboration);
  const baseWords = useWords(base);
  const { locale } = useLanguage();
  const { session, lost } = useSession();
  const toast = useToast();
  const tooOften = useSentTooOften();
  const [removing, setRemoving] = useState<Collaborator | undefined>(undefined);
  const [correcting, setCorrecting] = useState<Collaborator | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const moment = (at: string) => formatDate({ locale, timeZone: session.timeZone }, new Date(at), 'moment');
  const pathOf = ({ contactId }: Collaborator) => ({ practiceId, collaborationId: opened.collaborationId, contactId });
  const resend = async (one: Collaborator) => {
    setFailure(undefined);
    try {
      const route = '/practices/{practiceId}/collaborations/{collaborationId}/collaborators/{contactId}/resend';
      onChange((await api.post(route, { path: pathOf(one) })).body);
      toast({ text: words('resent', { email: one.email }) });
    } catch (error) {
      if (!lost(error)) {
        setFailure(error);
      }
    }
  };
  const open = opened.state !== 'closed';
  return (
    <section class="stack">
      <h2>{words('collaborators')}</h2>
      {failure !== undefined && (
        <Banner kind="error">{describeFailure(failure, baseWords, { known: tooOften(failure) })}</Banner>
      )}
      <ul class="plain-list">
        {opened.collaborators.map((one) => (
          <li key={one.contactId} class="plain-list-item">
            <div class="stack">
              <div class="row">
                <strong>{one.name}</strong>
                <Badge tone={tones[one.state] ?? 'neutral'}>{words(`collaborator.${one.state}`)}</Badge>
              </div>
              <span class="soft">{[one.email, one.organisation].filter(Boolean).join(', ')}</span>
              {one.readAt !== undefined && <span class="soft">{words('readAt', { at: moment(one.readAt) })}</span>}
              {one.removedAt !== undefined && (
                <span class="soft">{words('removedAt', { name: one.removedBy ?? '', at: moment(one.removedAt) })}</span>
              )}
              {one.removalReason !== undefined && (
                <span class="soft">{words('statusReason', { reason: one.removalReason })}</span>
              )}
            </div>
            {open && one.state !== 'removed' && (
              <div class="row">
                {one.state !== 'read' && (
                  <Button kind="quiet" name={words('resendName', { name: one.name })} onClick={() => void resend(one)}>
                    {words('resend')}
                  </Button>
                )}
                {one.state !== 'read' && (
                  <Button
                    kind="quiet"
                    name={words('correctName', { name: one.name })}
                    onClick={() => setCorrecting(one)}
                  >
                    {words('correct')}
                  </Button>
                )}
                <Button kind="quiet" name={words('removeName', { name: one.name })} onClick={() => setRemoving(one)}>
                  {words('remove')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={correcting !== undefined}
        title={words('correctName', { name: correcting?.name ?? '' })}
        onClose={() => setCorrecting(undefined)}
      >
        {correcting !== undefined && (
          <div class="stack">
            <p>{words('correctText', { email: correcting.email })}</p>
            <CorrectAddress
              sentences={{
                'address-twice': words('addressTwice'),
                'collaborator-has-read': words('hasRead', { name: correcting.name }),
              }}
              send={async (body) => {
                const route =
                  '/practices/{practiceId}/collaborations/{collaborationId}/collaborators/{contactId}/address';
                onChange((await api.put(route, { path: pathOf(correcting), body })).body);
                setCorrecting(undefined);
                toast({ text: words('resent', { email: body.email }) });
              }}
            />
          </div>
        )}
      </Dialog>
      <Dialog
        open={removing !== undefined}
        title={words('removeName', { name: removing?.name ?? '' })}
        onClose={() => setRemoving(undefined)}
      >
        {removing !== undefined && (
          <div class="stack">
            <p>{words('removeText')}</p>
            <ReasonForm
              id="removal-reason"
              title={words('remove')}
              label={words('reason')}
              sentences={{ required: words('reasonMissing'), 'too-long': words('tooLong') }}
              send={async (reason) => {
                const route =
                  '/practices/{practiceId}/collaborations/{collaborationId}/collaborators/{contactId}/remove';
                onChange((await api.post(route, { path: pathOf(removing), body: { reason } })).body);
                setRemoving(undefined);
              }}
            />
          </div>
        )}
      </Dialog>
    </section>
  );
}
