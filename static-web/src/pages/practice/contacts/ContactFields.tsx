import { useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { Failure } from '../../../api/failure.ts';
import type { Contact, OpenedContact } from '../../../api/types.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { contactForm } from '../../../i18n/areas/contactForm/contactForm.ts';
import { contacts } from '../../../i18n/areas/contacts/contacts.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { CodeField } from './CodeField.tsx';
import { nameOf, typeOptions } from './contactTypes.ts';

const texts = ['firstName', 'lastName', 'code', 'email', 'phone', 'organisation', 'specialty'] as const;

type Typed = Readonly<Record<(typeof texts)[number], string>>;

const typedOf = (contact: Contact | undefined): Typed => ({
  firstName: contact?.firstName ?? '',
  lastName: contact?.lastName ?? '',
  code: contact?.code ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  organisation: contact?.organisation ?? '',
  specialty: contact?.specialty ?? '',
});

interface ContactFieldsProps {
  readonly practiceId: string;
  readonly opened: OpenedContact | undefined;
  readonly ownTypes: readonly string[];
  readonly onSaved: (saved: OpenedContact) => void;
  readonly onLoad: () => void;
}

/** What is known of a contact, to be typed and saved. */
export function ContactFields({ practiceId, opened, ownTypes, onSaved, onLoad }: ContactFieldsProps) {
  const words = useWords(contactForm);
  const typeWords = useWords(contacts);
  const toast = useToast();
  const { lost } = useSession();
  const [typed, setTyped] = useState(() => typedOf(opened?.contact));
  const [type, setType] = useState(opened?.contact.type ?? 'referringDentist');
  const submission = useSubmission({
    sentences: {
      required: words('required'),
      'too-long': words('tooLong'),
      'email-malformed': words('emailMalformed'),
      'phone-malformed': words('phoneWrong'),
      'phone-country-not-served': words('phoneWrong'),
      'phone-not-allowed': words('phoneWrong'),
      'code-malformed': words('codeMalformed'),
      'contact-type-unknown': words('typeUnknown'),
    },
    fields: Object.fromEntries([...texts, 'type'].map((field) => [field, `contact-${field}`])),
  });
  const check = () =>
    (['firstName', 'lastName', 'email'] as const)
      .filter((name) => typed[name].trim() === '')
      .map((name) => ({ fieldId: `contact-${name}`, message: words(`missing.${name}`) }));
  const send = async () => {
    const { firstName, lastName, email, ...others } = typed;
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value.trim() !== ''));
    const body = { ...given, firstName, lastName, email, type };
    try {
      const saved = await (opened === undefined
        ? api.post('/practices/{practiceId}/contacts', { path: { practiceId }, body })
        : api.put(
            '/practices/{practiceId}/contacts/{contactId}',
            { path: { practiceId, contactId: opened.contact.contactId }, body },
            { ifMatch: `"${opened.version}"` },
          ));
      onSaved(saved.body);
      toast({ text: words('saved', { name: nameOf(saved.body.contact) }) });
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  const set = (name: keyof Typed) => (value: string) => setTyped((current) => ({ ...current, [name]: value }));
  const field = (name: keyof Typed, required: boolean, kind: 'text' | 'email' | 'tel' = 'text') => (
    <TextField
      id={`contact-${name}`}
      label={words(name)}
      type={kind}
      optional={!required}
      autocomplete="off"
      value={typed[name]}
      onInput={set(name)}
      error={submission.errorOf(`contact-${name}`)}
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
        <FormProblems submission={submission} known={{ 'code-taken': words('codeTaken') }} />
      )}
      {field('firstName', true)}
      {field('lastName', true)}
      <CodeField
        practiceId={practiceId}
        contactId={opened?.contact.contactId}
        firstName={typed.firstName}
        lastName={typed.lastName}
        value={typed.code}
        onInput={set('code')}
        error={submission.errorOf('contact-code')}
      />
      <Select
        id="contact-type"
        label={words('type')}
        value={type}
        onChange={setType}
        options={typeOptions(opened === undefined ? ownTypes : [...ownTypes, opened.contact.type], typeWords)}
        error={submission.errorOf('contact-type')}
      />
      {field('email', true, 'email')}
      {field('phone', false, 'tel')}
      {field('organisation', false)}
      {field('specialty', false)}
      <div class="row">
        <Button kind="primary" type="submit" busy={submission.busy}>
          {words('save')}
        </Button>
      </div>
    </form>
  );
}
