import { useState } from 'preact/hooks';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { contactForm } from '../../../i18n/areas/contactForm/contactForm.ts';
import { contacts } from '../../../i18n/areas/contacts/contacts.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { SearchField } from '../../../ui/SearchField/SearchField.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { ContactFields } from '../contacts/ContactFields.tsx';
import { nameOf } from '../contacts/contactTypes.ts';
import { useContacts } from '../contacts/useContacts.ts';
import { type Change, chosenOf, type Share } from './sharing.ts';

export const areas = [sharing, contacts, contactForm];

interface FindContactsProps {
  readonly practiceId: string;
  readonly share: Share;
  readonly onChange: Change<Share>;
}

/** The address book beside a share: find, add, and make a contact on the spot. */
export function Part({ practiceId, share, onChange }: FindContactsProps) {
  const words = useWords(sharing);
  const baseWords = useWords(base);
  const [query, setQuery] = useState('');
  const [making, setMaking] = useState(false);
  const { page, failure, look, more } = useContacts(practiceId, { query, archived: false });
  const others = page?.contacts.filter((one) => !share.contacts.some(({ contactId }) => contactId === one.contactId));
  const add = (contact: Parameters<typeof chosenOf>[0]) =>
    onChange((current) => ({
      ...current,
      contacts: [...current.contacts.filter((one) => one.contactId !== contact.contactId), chosenOf(contact)],
    }));
  return (
    <section class="stack">
      <h2>{words('find')}</h2>
      <SearchField label={words('search')} value={query} onInput={setQuery} />
      {failure !== undefined && (
        <Banner kind="error" action={<Button onClick={look}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      )}
      {page === undefined && failure === undefined && <Skeleton lines={4} />}
      {others?.length === 0 && more === undefined && <p class="soft">{words('noContacts')}</p>}
      <ul class="plain-list share-contacts">
        {others?.map((contact) => (
          <li key={contact.contactId} class="plain-list-item">
            <span>
              {nameOf(contact)} <span class="soft">{contact.organisation ?? contact.code}</span>
            </span>
            <Button kind="quiet" name={words('addName', { name: nameOf(contact) })} onClick={() => add(contact)}>
              {words('add')}
            </Button>
          </li>
        ))}
      </ul>
      <div class="row">
        {more !== undefined && (
          <Button kind="quiet" onClick={more}>
            {words('shelfMore')}
          </Button>
        )}
        <Button onClick={() => setMaking(true)}>{words('newContact')}</Button>
      </div>
      <Dialog open={making} title={words('newContact')} onClose={() => setMaking(false)}>
        {making && (
          <ContactFields
            practiceId={practiceId}
            opened={undefined}
            ownTypes={page?.types ?? []}
            onSaved={({ contact }) => {
              setMaking(false);
              add(contact);
              look();
            }}
            onLoad={look}
          />
        )}
      </Dialog>
    </section>
  );
}
