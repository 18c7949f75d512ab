import { api } from '../api/api.ts';
import type { Session } from '../api/types.ts';
import { choosing } from '../i18n/areas/choosing/choosing.ts';
import { forms } from '../i18n/areas/forms/forms.ts';
import { newPassword } from '../i18n/areas/newPassword/newPassword.ts';
import { ownAccount } from '../i18n/areas/ownAccount/ownAccount.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { ChangePassword } from './ChangePassword.tsx';

export const areas = [ownAccount, choosing, forms, newPassword];

interface ExpiredPasswordProps {
  readonly onChanged: (session: Session) => void;
  readonly lost: (error: unknown) => boolean;
}

/** A practice's rules ended the password: before anything else, a new one. */
export function Part({ onChanged, lost }: ExpiredPasswordProps) {
  const words = useWords(ownAccount);
  const look = () => void api.get('/session').then(({ body }) => onChanged(body), lost);
  return <ChangePassword heading="page" reason={words('passwordExpired')} onChanged={look} lost={lost} />;
}
