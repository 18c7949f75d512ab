import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import { Failure } from '../../../api/failure.ts';
import type { Contact, OpenedContact } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { FormProblems } from '../../../forms/FormProblems.tsx';
import { useSubmission } from '../../../forms/useSubmission.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { contactForm } from '../../../i18n/areas/contactForm/contactForm.ts';
import { contacts } from '../../../i18n/areas/contacts/contacts.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { TextField } from '../../../ui/TextField/TextField.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { CodeField } from './CodeField.tsx';
import { nameOf, typeOptions } from './contactTypes.ts';
import { SameEmail } from './SameEmail.tsx';

export const areas = [contactForm, contacts];

interface ContactFormProps {
  readonly practiceId: string;
  /** Undefined for a new one. */
  readonly contactId: string | undefined;
  readonly ownTypes: readonly string[];
  /** The list is no longer what it was. */
  readonly onChange: () => void;
}

/** A contact, new or known. */
export function Part({ practiceId, contactId, ownTypes, onChange }: ContactFormProps) {
  const words = useWords(contacts);
  const baseWords = useWords(base);
  const { lost } = useSession();
  const [opened, setOpened] = useState<OpenedContact | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const look = useCallback(() => {
    if (contactId !== undefined) {
      api.get('/practices/{practiceId}/contacts/{contactId}', { path: { practiceId, contactId } }).then(
        ({ body }) => setOpened(body),
        (error: unknown) => lost(error) || setFailure(error),
      );
    }
  }, [practiceId, contactId, lost]);
  useEffect(look, [look]);
  const onSaved = (saved: OpenedContact) => {
    onChange();
    if (contactId === undefined) {
      navigate(paths.contact.to({ practiceId, contactId: saved.contact.contactId }), { replace: true });
    } else {
      setOpened(saved);
    }
  };
  const ready = contactId === undefined || opened !== undefined;
  return (
    <div class="stack">
      <PageHeading text={opened === undefined ? words('newContact') : nameOf(opened.contact)} />
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {!ready && failure === undefined && <Skeleton lines={6} />}
      {opened !== undefined && <Around practiceId={practiceId} opened={opened} onSaved={onSaved} />}
      {ready && (
        <Form
          key={opened?.version ?? ''}
          practiceId={practiceId}
          opened={opened}
          ownTypes={ownTypes}
          onSaved={onSaved}
          onLoad={look}
        />
      )}
    </div>
  );
}

interface AroundProps {
  readonly practiceId: string;
  readonly opened: OpenedContact;
  readonly onSaved: (opened: OpenedContact) => void;
}

/** What is to be known of a contact before it is changed: archived, or with an address that others have. */
function Around({ practiceId, opened: { contact }, onSaved }: AroundProps) {
  const words = useWords(contactForm);
  const baseWords = useWords(base);
  const toast = useToast();
  const { lost } = useSession();
  const [failure, setFailure] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const set = async (act: 'archive' | 'restore') => {
    setBusy(true);
    setFailure(undefined);
    try {
      const input = { path: { practiceId, contactId: contact.contactId } };
      const { body } = await api.post(`/practices/{practiceId}/contacts/{contactId}/${act}`, input);
      onSaved(body);
      toast({
        text: words(act === 'archive' ? 'archivedDone' : 'restored', { name: nameOf(contact) }),
        onUndo: () => void set(act === 'archive' ? 'restore' : 'archive'),
      });
    } catch (error) {
      if (!lost(error)) {
        setFailure(error);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {contact.archived ? (
        <Banner
          kind="info"
          action={
            <Button busy={busy} onClick={() => void set('restore')}>
              {words('restore')}
            </Button>
          }
        >
          {words('archivedNote')}
        </Banner>
      ) : (
        <div class="row">
          <Button kind="quiet" busy={busy} onClick={() => void set('archive')}>
            {words('archive')}
          </Button>
        </div>
      )}
      {contact.sameEmail.length > 0 && <SameEmail practiceId={practiceId} contactIds={contact.sameEmail} />}
    </>
  );
}

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

interface FormProps {
  readonly practiceId: string;
  readonly opened: OpenedContact | undefined;
  readonly ownTypes: readonly string[];
  readonly onSaved: (saved: OpenedContact) => void;
  readonly onLoad: () => void;
}

function Form({ practiceId, opened, ownTypes, onSaved, onLoad }: FormProps) {
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
        void submission.submit(() => [], send);
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
