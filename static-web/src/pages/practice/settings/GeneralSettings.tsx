import { useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { Failure } from '../../../api/failure.ts';

import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { managing } from '../../../i18n/areas/managing/managing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox/Checkbox.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import type { SettingsPartProps } from './readSettings.ts';

const switches = [
  'birthDateCheck',
  'onlyNumbersOnFile',
  'secondStepPatients',
  'secondStepProfessionals',
  'classicPasswords',
] as const;
const texts = [
  'name',
  'timeZone',
  'countries',
  'dailyCodeCap',
  'passwordDays',
  'idleMinutes',
  'contactTypes',
  'retentionYears',
] as const;

/** What holds for the whole practice. */
export function GeneralSettings({ practiceId, read, onSaved, onLoad }: SettingsPartProps) {
  const words = useWords(managing);
  const toast = useToast();
  const { lost } = useSession();
  const [settings, setSettings] = useState(read.settings);
  const [typed, setTyped] = useState({
    name: settings.name,
    timeZone: settings.timeZone,
    countries: settings.countries.join(', '),
    dailyCodeCap: String(settings.dailyCodeCap),
    passwordDays: String(settings.passwordDays ?? ''),
    idleMinutes: String(settings.idleMinutes),
    contactTypes: settings.contactTypes.join('\n'),
    retentionYears: String(settings.retentionYears ?? ''),
  });
  const submission = useSubmission({
    sentences: {
      required: words('required'),
      'too-long': words('tooLong'),
      'time-zone-unknown': words('timeZoneUnknown'),
      'country-unknown': words('countryUnknown'),
      'out-of-range': words('outOfRange'),
      'password-days-out-of-range': words('passwordDaysRange'),
      'idle-minutes-out-of-range': words('idleMinutesRange'),
      'retention-out-of-range': words('retentionYearsRange'),
      'contact-type-twice': words('contactTypeTwice'),
      'contact-types-too-many': words('contactTypesTooMany'),
    },
    fields: Object.fromEntries(texts.map((field) => [field, `practice-${field}`])),
  });
  const send = async () => {
    try {
      // Of what the other form is about, what is on record stays.
      const {
        passwordDays: _,
        retentionYears: _years,
        collaborationEmails: _emails,
        collaborationInfo: _info,
        ...own
      } = settings;
      const { passwordDays: _before, retentionYears: _yearsBefore, ...others } = read.settings;
      const body = {
        ...others,
        ...own,
        ...(settings.classicPasswords && typed.passwordDays.trim() !== ''
          ? { passwordDays: Number(typed.passwordDays) }
          : {}),
        ...(typed.retentionYears.trim() === '' ? {} : { retentionYears: Number(typed.retentionYears) }),
        idleMinutes: Number(typed.idleMinutes),
        name: typed.name,
        timeZone: typed.timeZone.trim(),
        countries: typed.countries.split(/[\s,;]+/u).filter((country) => country !== ''),
        dailyCodeCap: Number(typed.dailyCodeCap),
        contactTypes: typed.contactTypes
          .split('\n')
          .map((type) => type.trim())
          .filter((type) => type !== ''),
      };
      const saved = await api.put(
        '/practices/{practiceId}/settings',
        { path: { practiceId }, body },
        { ifMatch: read.etag },
      );
      onSaved({ settings: saved.body, etag: saved.etag ?? '' });
      toast({ text: words('saved') });
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const check = () => [
    ...(isNumber(typed.dailyCodeCap) ? [] : [{ fieldId: 'practice-dailyCodeCap', message: words('outOfRange') }]),
    ...(isNumber(typed.idleMinutes) ? [] : [{ fieldId: 'practice-idleMinutes', message: words('idleMinutesRange') }]),
    ...(typed.retentionYears.trim() === '' || isNumber(typed.retentionYears)
      ? []
      : [{ fieldId: 'practice-retentionYears', message: words('retentionYearsRange') }]),
    ...(!settings.classicPasswords || typed.passwordDays.trim() === '' || isNumber(typed.passwordDays)
      ? []
      : [{ fieldId: 'practice-passwordDays', message: words('passwordDaysRange') }]),
  ];
  const field = (name: (typeof texts)[number], label: string, hint?: string, lines?: number) => (
    <TextField
      id={`practice-${name}`}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(lines === undefined ? {} : { lines })}
      autocomplete="off"
      value={typed[name]}
      onInput={(value) => setTyped({ ...typed, [name]: value })}
      error={submission.errorOf(`practice-${name}`)}
    />
  );
  const box = (name: (typeof switches)[number]) => (
    <Checkbox
      label={words(name)}
      checked={settings[name]}
      onChange={(checked) => setSettings({ ...settings, [name]: checked })}
    />
  );
  const late = submission.failure instanceof Failure && submission.failure.status === 412;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, send);
      }}
    >
      {late ? (
        <Banner kind="warning" action={<Button onClick={onLoad}>{words('loadTheirs')}</Button>}>
          {words('changedMeanwhile')}
        </Banner>
      ) : (
        <FormProblems submission={submission} />
      )}
      {field('name', words('practiceName'), words('practiceNameHint'))}
      <Select
        label={words('language')}
        value={settings.language}
        onChange={(language) => setSettings({ ...settings, language })}
        options={[
          { value: 'en', text: words('english') },
          { value: 'es', text: words('spanish') },
          { value: 'fr', text: words('french') },
        ]}
      />
      {field('timeZone', words('timeZone'), words('timeZoneHint'))}
      {field('countries', words('countries'), words('countriesHint'))}
      {field('dailyCodeCap', words('dailyCodeCap'), words('dailyCodeCapHint'))}
      {field('contactTypes', words('contactTypes'), words('contactTypesHint'), 4)}
      <fieldset class="stack">
        <legend>{words('registration')}</legend>
        {box('birthDateCheck')}
        {box('onlyNumbersOnFile')}
      </fieldset>
      <fieldset class="stack">
        <legend>{words('signIn')}</legend>
        <p class="soft">{words('secondStepHint')}</p>
        {box('secondStepPatients')}
        {box('secondStepProfessionals')}
        {(settings.secondStepPatients || settings.secondStepProfessionals) && <p>{words('secondStepReach')}</p>}
      </fieldset>
      <fieldset class="stack">
        <legend>{words('passwords')}</legend>
        <p class="soft">{words('classicHint')}</p>
        {box('classicPasswords')}
        {settings.classicPasswords && field('passwordDays', words('passwordDays'), words('passwordDaysHint'))}
        {field('idleMinutes', words('idleMinutes'), words('idleMinutesHint'))}
      </fieldset>
      <fieldset class="stack">
        <legend>{words('keeping')}</legend>
        <p class="soft">{words('keepingHint')}</p>
        {field('retentionYears', words('retentionYears'), words('retentionYearsHint'))}
      </fieldset>
      <fieldset class="stack">
        <legend>{words('notifications')}</legend>
        {settings.notifications.map((choice) => (
          <Select
            key={choice.event}
            label={words(choice.event)}
            value={choice.way}
            onChange={(way) =>
              setSettings({
                ...settings,
                notifications: settings.notifications.map((one) =>
                  one.event === choice.event ? { ...one, way } : one,
                ),
              })
            }
            options={[
              { value: 'email', text: words('byEmail') },
              { value: 'text', text: words('byText') },
              { value: 'both', text: words('byBoth') },
              { value: 'none', text: words('notAtAll') },
            ]}
          />
        ))}
      </fieldset>
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('save')}
        </Button>
      </div>
    </form>
  );
}

function isNumber(typed: string): boolean {
  return /^\d{1,5}$/u.test(typed.trim());
}
