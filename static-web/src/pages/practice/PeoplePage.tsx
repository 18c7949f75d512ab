import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { Failure } from '../../api/failure.ts';
import type { Member } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { managing } from '../../i18n/areas/managing/managing.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Badge } from '../../ui/Badge/Badge.tsx';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';
import { InviteMemberForm } from './InviteMemberForm.tsx';
import { useSentTooOften } from './useSentTooOften.ts';

export const areas = [managing];

/** Who works here, what they may do, and an invitation for the next. */
export function Part({ practiceId }: { readonly practiceId: string }) {
  const words = useWords(managing);
  const baseWords = useWords(base);
  const toast = useToast();
  const tooOften = useSentTooOften();
  const { lost } = useSession();
  const [members, setMembers] = useState<readonly Member[] | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(() => {
    api.get('/practices/{practiceId}/members', { path: { practiceId } }).then(
      ({ body }) => setMembers(body.members),
      (error: unknown) => lost(error) || setFailure(error),
    );
  }, [practiceId, lost]);
  const put = (member: Member) =>
    setMembers((current) => current?.map((one) => (one.memberId === member.memberId ? member : one)));
  const act = async (work: () => Promise<void>) => {
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      if (!lost(error)) {
        setFailure(error);
      }
    }
  };
  const one = (member: Member) => ({ path: { practiceId, memberId: member.memberId } });
  return (
    <div class="stack">
      <PageHeading text={words('people')} />
      {failure !== undefined && <Banner kind="error">{say(failure)}</Banner>}
      {members === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <ul class="plain-list">
          {members.map((member) => (
            <Person
              key={member.memberId}
              member={member}
              onChange={(change) =>
                act(async () =>
                  put(
                    (
                      await api.patch('/practices/{practiceId}/members/{memberId}', {
                        ...one(member),
                        body: change,
                      })
                    ).body,
                  ),
                )
              }
              onUnlock={() =>
                act(async () => {
                  await api.post('/practices/{practiceId}/members/{memberId}/unlock', one(member));
                  put({ ...member, locked: false });
                  toast({ text: words('unlocked', { name: nameOf(member) }) });
                })
              }
              onResend={() =>
                act(async () => {
                  put((await api.post('/practices/{practiceId}/members/{memberId}/invitation', one(member))).body);
                  toast({ text: words('resent', { email: member.email }) });
                })
              }
            />
          ))}
        </ul>
      )}
      <InviteMemberForm
        practiceId={practiceId}
        onInvited={(member) => setMembers((current) => [...(current ?? []), member])}
      />
    </div>
  );

  function say(error: unknown): string[] {
    const known = {
      'own-management': words('ownManagement'),
      'already-registered': words('alreadyRegistered'),
      ...tooOften(error),
    };
    return error instanceof Failure ? describeFailure(error, baseWords, { known }) : describeFailure(error, baseWords);
  }
}

interface PersonProps {
  readonly member: Member;
  readonly onChange: (change: { manager?: boolean; caseManager?: boolean; disabled?: boolean }) => void;
  readonly onUnlock: () => void;
  readonly onResend: () => void;
}

function Person({ member, onChange, onUnlock, onResend }: PersonProps) {
  const words = useWords(managing);
  const { session } = useSession();
  const own = session.affiliations.some((affiliation) => affiliation.memberId === member.memberId);
  const name = nameOf(member);
  return (
    <li class="plain-list-item">
      <div class="stack">
        <div class="row">
          <strong>{own ? `${name} (${words('you')})` : name}</strong>
          <Badge tone={member.state === 'active' ? 'success' : 'neutral'}>{words(member.state)}</Badge>
          {member.locked && <Badge tone="danger">{words('locked')}</Badge>}
        </div>
        <span class="soft">{words('roleAndEmail', { role: words(member.role), email: member.email })}</span>
        {!own && member.state !== 'disabled' && (
          <div class="row">
            <Checkbox label={words('manager')} checked={member.manager} onChange={(manager) => onChange({ manager })} />
            <Checkbox
              label={words('caseManager')}
              checked={member.caseManager}
              onChange={(caseManager) => onChange({ caseManager })}
            />
          </div>
        )}
      </div>
      <div class="row">
        {member.locked && (
          <Button name={words('unlockName', { name })} onClick={onUnlock}>
            {words('unlock')}
          </Button>
        )}
        {member.state === 'invited' && (
          <Button name={words('resendName', { name })} onClick={onResend}>
            {words('resend')}
          </Button>
        )}
        {!own && (
          <Button
            kind="quiet"
            name={words(member.state === 'disabled' ? 'enableName' : 'disableName', { name })}
            onClick={() => onChange({ disabled: member.state !== 'disabled' })}
          >
            {words(member.state === 'disabled' ? 'enable' : 'disable')}
          </Button>
        )}
      </div>
    </li>
  );
}

function nameOf(member: Member): string {
  return `${member.firstName} ${member.lastName}`;
}
