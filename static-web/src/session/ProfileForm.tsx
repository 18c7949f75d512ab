import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { NotificationChoice } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { profile } from '../i18n/areas/profile/profile.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Select } from '../ui/Select/Select.tsx';
import { TextField } from '../ui/TextField/TextField.tsx';
import { useToast } from '../ui/Toast/Toast.tsx';
import { useSession } from './Signed.tsx';
import type { AccountProps } from './useAccount.ts';

/** The language and the time zone of what is sent, and how one wants to be told of what. */
export function ProfileForm({ account, onChange }: AccountProps) {
  const words = useWords(profile);
  const toast = useToast();
  const { lost, session } = useSession();
  const [language, setLanguage] = useState(account.language);
  const [timeZone, setTimeZone] = useState(account.timeZone);
  const [chosen, setChoices] = useState(account.notifications);
  const submission = useSubmission({
    sentences: { 'time-zone-unknown': words('timeZoneUnknown') },
    fields: { timeZone: 'profile-time-zone' },
  });
  const hasCell = account.phones.some((phone) => phone.kind === 'cell');
  // The last cell phone may have been removed meanwhile, further down on the page.
  const choices = hasCell ? chosen : chosen.map(withoutTexts);
  const isMember = session.affiliations.some((affiliation) => affiliation.kind === 'member');
  const save = async () => {
    try {
      const body = { language, timeZone: timeZone.trim(), notifications: [...choices] };
      onChange((await api.patch('/account', { body })).body);
    } catch (error) {
      if (lost(error)) {
        return;
      }
      throw error;
    }
    toast({ text: words('saved') });
  };
  const choose = (event: NotificationChoice['event'], way: NotificationChoice['way']) =>
    setChoices(choices.map((choice) => (choice.event === event ? { event, way } : choice)));
  const ways = (hasCell ? (['email', 'text', 'both', 'none'] as const) : (['email', 'none'] as const)).map((value) => ({
    value,
    text: words(value),
  }));
  return (
    <section class="stack">
      <h2>{words('title')}</h2>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submission.submit(() => [], save);
        }}
      >
        <FormProblems submission={submission} />
        <p>
          {words('signedInAs', { email: account.email })}
          {account.phones.map((phone) => (
            <span class="soft" key={phone.phoneId}>
              {` ${words('phone', { digits: phone.masked.slice(-2) })}`}
            </span>
          ))}
        </p>
        <Select
          label={words('language')}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'en', text: words('english') },
            { value: 'es', text: words('spanish') },
            { value: 'fr', text: words('french') },
          ]}
        />
        <TextField
          id="profile-time-zone"
          label={words('timeZone')}
          hint={words('timeZoneHint')}
          autocomplete="off"
          value={timeZone}
          onInput={setTimeZone}
          error={submission.errorOf('profile-time-zone')}
        />
        {choices
          .filter((choice) => isMember || choice.event !== 'addedToCase')
          .map((choice) => (
            <Select
              key={choice.event}
              label={words(choice.event)}
              value={choice.way}
              onChange={(way) => choose(choice.event, way)}
              options={ways}
            />
          ))}
        <p class="soft">{words('always')}</p>
        <div class="row">
          <Button kind="primary" type="submit" busy={submission.busy}>
            {words('save')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** As the service does it: whoever was told by text is told by email. */
function withoutTexts({ event, way }: NotificationChoice): NotificationChoice {
  return { event, way: way === 'text' || way === 'both' ? 'email' : way };
}
