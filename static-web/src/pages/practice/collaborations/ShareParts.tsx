import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field, useFieldIds } from '../../../ui/Field/Field.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';
import { PatientInfoBoxes } from './PatientInfoBoxes.tsx';
import type { Change, Share } from './sharing.ts';

interface PartProps {
  readonly share: Share;
  readonly onChange: Change<Share>;
  readonly error?: string | undefined;
}

/** The message, which is read after signing in only. */
export function MessageField({ share, onChange, error }: PartProps) {
  const words = useWords(sharing);
  return (
    <TextField
      id="share-message"
      label={words('message')}
      hint={words('messageHint')}
      lines={8}
      autocomplete="off"
      value={share.message}
      onInput={(message) => onChange((current) => ({ ...current, message }))}
      error={error}
    />
  );
}

/** What of the patient's record goes along, each made into a document that keeps what is true now. */
export function PatientInfoChoice({ share, onChange }: PartProps) {
  const words = useWords(sharing);
  return (
    <PatientInfoBoxes
      legend={words('info')}
      chosen={share.patientInfo}
      onChange={(patientInfo) => onChange((current) => ({ ...current, patientInfo }))}
    />
  );
}

/** Who gets it, each with an address and a way out. */
export function ChosenContacts({ share, onChange, error }: PartProps) {
  const words = useWords(sharing);
  const texts = { label: words('to'), id: 'share-contacts', error };
  const ids = useFieldIds(texts);
  return (
    <Field texts={texts} ids={ids}>
      <output id={ids.id} aria-describedby={ids.describedBy}>
        {share.contacts.length === 0 && <span class="soft">{words('nobody')}</span>}
        <ul class="plain-list">
          {share.contacts.map(({ contactId, name, email }) => (
            <li key={contactId} class="plain-list-item">
              <span>
                {name} <span class="soft">{email}</span>
              </span>
              <Button
                kind="quiet"
                name={words('removeName', { name })}
                onClick={() =>
                  onChange((current) => ({
                    ...current,
                    contacts: current.contacts.filter((one) => one.contactId !== contactId),
                  }))
                }
              >
                {words('remove')}
              </Button>
            </li>
          ))}
        </ul>
      </output>
    </Field>
  );
}
