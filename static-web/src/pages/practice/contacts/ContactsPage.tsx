import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { contacts as contactsArea } from '../../../i18n/areas/contacts/contacts.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { later } from '../../../later/later.tsx';
import { paths } from '../../../navigation/paths.ts';
import { Badge } from '../../../ui/Badge/Badge.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button, LinkButton } from '../../../ui/Button/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { List } from '../../../ui/List/List.tsx';
import { PracticeShell } from '../../../ui/PracticeShell/PracticeShell.tsx';
import { SearchField } from '../../../ui/SearchField/SearchField.tsx';
import { Select } from '../../../ui/Select/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { nameOf, sayType } from './contactTypes.ts';
import { type Contacts, useContacts } from './useContacts.ts';

export const areas = [contactsArea];

const ContactForm = later(() => import('./ContactForm.tsx'));
const ContactFile = later(() => import('./ContactFile.tsx'));

interface ContactsPageProps {
  readonly frame: {
    readonly links: readonly { readonly to: string; readonly text: string }[];
    readonly tools: ComponentChildren;
  };
  readonly practiceId: string;
  /** A new contact, the page of files, the id of a contact, or nothing. */
  readonly open: 'new' | 'file' | (string & {}) | undefined;
}

/** The address book at the left, one contact at the right. */
export function Part({ frame, practiceId, open }: ContactsPageProps) {
  const words = useWords(contactsArea);
  const [query, setQuery] = useState('');
  const [archived, setArchived] = useState(false);
  const contacts = useContacts(practiceId, { query, archived });
  const tools = (
    <div class="stack">
      <div class="row">
        <LinkButton to={paths.newContact.to({ practiceId })}>{words('newContact')}</LinkButton>
        <LinkButton kind="quiet" to={paths.contactFile.to({ practiceId })}>
          {words('file')}
        </LinkButton>
      </div>
      <SearchField label={words('search')} value={query} onInput={setQuery} />
      <Select
        label={words('which')}
        value={archived ? 'archived' : 'current'}
        onChange={(value) => setArchived(value === 'archived')}
        options={[
          { value: 'current', text: words('current') },
          { value: 'archived', text: words('archived') },
        ]}
      />
    </div>
  );
  return (
    <PracticeShell
      {...frame}
      list={{
        name: words('contacts'),
        tools,
        content: <ContactList practiceId={practiceId} contacts={contacts} searched={query.trim() !== ''} open={open} />,
      }}
      {...(open === undefined ? {} : { backToList: { to: paths.contacts.to({ practiceId }), text: words('back') } })}
    >
      {open === undefined ? (
        <EmptyState title={words('chooseTitle')}>{words('chooseText')}</EmptyState>
      ) : open === 'file' ? (
        <ContactFile practiceId={practiceId} onImported={contacts.look} />
      ) : (
        <ContactForm
          key={open}
          practiceId={practiceId}
          contactId={open === 'new' ? undefined : open}
          ownTypes={contacts.page?.types ?? []}
          onChange={contacts.look}
        />
      )}
    </PracticeShell>
  );
}

interface ContactListProps {
  readonly practiceId: string;
  readonly contacts: Contacts;
  readonly searched: boolean;
  readonly open: string | undefined;
}

function ContactList({ practiceId, contacts, searched, open }: ContactListProps) {
  const words = useWords(contactsArea);
  const baseWords = useWords(base);
  const { page, failure, look, more } = contacts;
  return (
    <>
      {failure !== undefined && (
        <Banner kind="error" action={<Button onClick={look}>{baseWords('tryAgain')}</Button>}>
          {describeFailure(failure, baseWords)}
        </Banner>
      )}
      {page === undefined && failure === undefined && <Skeleton lines={6} />}
      {page !== undefined && (
        <List
          name={words('contacts')}
          entries={page.contacts.map((contact) => {
            const { code, organisation } = contact;
            const type = sayType(contact.type, words);
            return {
              id: contact.contactId,
              to: paths.contact.to({ practiceId, contactId: contact.contactId }),
              title: nameOf(contact),
              detail:
                organisation === undefined
                  ? words('detail', { code, type })
                  : words('detailAt', { code, type, organisation }),
              selected: contact.contactId === open,
              ...(contact.sameEmail.length > 0 ? { badge: <Badge tone="warning">{words('sameEmail')}</Badge> } : {}),
            };
          })}
          empty={
            searched ? (
              <EmptyState title={words('notFoundTitle')}>{words('notFoundText')}</EmptyState>
            ) : (
              <EmptyState title={words('noneTitle')}>{words('noneText')}</EmptyState>
            )
          }
          more={more}
        />
      )}
    </>
  );
}
