import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { OpenedContact } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
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
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { ContactFields } from './ContactFields.tsx';
import { nameOf } from './contactTypes.ts';
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
      {opened === undefined && (
        <PageHeading
          key={String(contactId === undefined)}
          text={words(contactId === undefined ? 'newContact' : 'contacts')}
        />
      )}
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {!ready && failure === undefined && <Skeleton lines={6} />}
      {opened !== undefined && <Around practiceId={practiceId} opened={opened} onSaved={onSaved} />}
      {ready && (
        <ContactFields
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

/** Who it is, and what is to be known before anything is changed: archived, or with an address that others have. */
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
      <div class="patient-title">
        <PageHeading key={contact.contactId} text={nameOf(contact)} />
        {!contact.archived && (
          <Button busy={busy} onClick={() => void set('archive')}>
            {words('archive')}
          </Button>
        )}
      </div>
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {contact.archived && (
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
      )}
      {contact.sameEmail.length > 0 && <SameEmail practiceId={practiceId} contactIds={contact.sameEmail} />}
    </>
  );
}
