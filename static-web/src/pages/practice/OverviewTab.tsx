import '../../session/session.css';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Case, Member } from '../../api/types.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { later } from '../../later/later.tsx';
import { useSession } from '../../session/Signed.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Select } from '../../ui/Select/Select.tsx';
import { ReasonForm } from './ReasonForm.tsx';

const ExportRecords = later(() => import('./exporting/ExportRecords.tsx'));

interface OverviewTabProps {
  readonly practiceId: string;
  readonly opened: Case;
  readonly onChange: (opened: Case) => void;
}

/** Who is in the case, and whether it is open. */
export function OverviewTab({ practiceId, opened, onChange }: OverviewTabProps) {
  const words = useWords(practice);
  return (
    <div class="stack stack--wide">
      {opened.statusReason !== undefined && <p>{words('statusReason', { reason: opened.statusReason })}</p>}
      <Members practiceId={practiceId} opened={opened} onChange={onChange} />
      <Status practiceId={practiceId} opened={opened} onChange={onChange} />
      <div class="row">
        <ExportRecords
          practiceId={practiceId}
          ask={async (signal) => {
            const path = { practiceId, caseId: opened.caseId };
            return (await api.post('/practices/{practiceId}/cases/{caseId}/exports', { path }, { signal })).body;
          }}
        />
      </div>
    </div>
  );
}

function Members({ practiceId, opened, onChange }: OverviewTabProps) {
  const words = useWords(practice);
  const { lost } = useSession();
  const [everyone, setEveryone] = useState<readonly Member[]>([]);
  const [chosen, setChosen] = useState('');
  const submission = useSubmission({ sentences: {} });
  const path = { practiceId, caseId: opened.caseId };
  useEffect(() => {
    api
      .get('/practices/{practiceId}/members', { path: { practiceId } })
      .then(({ body }) => setEveryone(body.members), lost);
  }, [practiceId, lost]);
  const others = everyone.filter(
    (member) => member.state === 'active' && !opened.members.some((one) => one.memberId === member.memberId),
  );
  const memberId = others.some((one) => one.memberId === chosen) ? chosen : (others[0]?.memberId ?? '');
  const attempt = async (act: () => Promise<Case>) => {
    try {
      onChange(await act());
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const add = () =>
    attempt(
      async () => (await api.post('/practices/{practiceId}/cases/{caseId}/members', { path, body: { memberId } })).body,
    );
  const remove = (id: string) =>
    attempt(
      async () =>
        (
          await api.delete('/practices/{practiceId}/cases/{caseId}/members/{memberId}', {
            path: { ...path, memberId: id },
          })
        ).body,
    );
  const known = { 'last-member': words('lastMember'), 'case-closed': words('caseClosed') };
  return (
    <section class="stack">
      <h2>{words('members')}</h2>
      <FormProblems submission={submission} known={known} />
      <ul class="plain-list">
        {opened.members.map((member) => (
          <li key={member.memberId} class="plain-list-item">
            <span>
              {member.name} <span class="soft">{words(member.role)}</span>
            </span>
            {opened.members.length > 1 && (
              <Button
                kind="quiet"
                name={words('removeMemberName', { name: member.name })}
                onClick={() =>
                  void submission.submit(
                    () => [],
                    () => remove(member.memberId),
                  )
                }
              >
                {words('removeMember')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div class="row">
          <Select
            label={words('addMember')}
            value={memberId}
            onChange={setChosen}
            options={others.map((one) => ({ value: one.memberId, text: `${one.firstName} ${one.lastName}` }))}
          />
          <Button busy={submission.busy} onClick={() => void submission.submit(() => [], add)}>
            {words('add')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Status({ practiceId, opened, onChange }: OverviewTabProps) {
  const words = useWords(practice);
  const path = { practiceId, caseId: opened.caseId };
  return (
    <ReasonForm
      id="status-reason"
      title={words(opened.status === 'open' ? 'closeCase' : 'reopenCase')}
      label={words('reason')}
      sentences={{ required: words('reasonMissing'), 'too-long': words('tooLong') }}
      send={async (reason) => {
        const input = { path, body: { reason } };
        const { body } =
          opened.status === 'open'
            ? await api.post('/practices/{practiceId}/cases/{caseId}/close', input)
            : await api.post('/practices/{practiceId}/cases/{caseId}/reopen', input);
        onChange(body);
      }}
    />
  );
}
