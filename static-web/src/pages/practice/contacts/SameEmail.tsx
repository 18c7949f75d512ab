import { useEffect, useState } from 'preact/hooks';
import { api } from '../../../api/api.ts';
import type { Contact } from '../../../api/types.ts';
import { contactForm } from '../../../i18n/areas/contactForm/contactForm.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { useSession } from '../../../session/Signed.tsx';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { nameOf } from './contactTypes.ts';

/** As many as one looks at; where more share an address, it is a desk's. */
const most = 5;

interface SameEmailProps {
  readonly practiceId: string;
  readonly contactIds: readonly string[];
}

/** Points out, by their names, who else has an address. */
export function SameEmail({ practiceId, contactIds }: SameEmailProps) {
  const words = useWords(contactForm);
  const { lost } = useSession();
  const [others, setOthers] = useState<readonly Contact[]>([]);
  const asked = contactIds.slice(0, most).join(' ');
  useEffect(() => {
    let left = false;
    const find = (contactId: string) =>
      api.get('/practices/{practiceId}/contacts/{contactId}', { path: { practiceId, contactId } });
    // That there are others is said without their names, where they cannot be had.
    Promise.all(asked.split(' ').map(find)).then(
      (answers) => !left && setOthers(answers.map(({ body }) => body.contact)),
      lost,
    );
    return () => {
      left = true;
    };
  }, [practiceId, asked, lost]);
  return (
    <Banner kind="warning" title={words('sameEmailTitle')}>
      <p>{words('sameEmailText')}</p>
      <ul>
        {others.map((other) => (
          <li key={other.contactId}>
            <a
              href={paths.contact.to({ practiceId, contactId: other.contactId })}
            >{`${nameOf(other)}, ${other.code}`}</a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
