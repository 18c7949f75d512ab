import type { PasswordRules } from '../api/types.ts';
import type { Submission } from '../forms/useSubmission.ts';
import { choosing } from '../i18n/areas/choosing/choosing.ts';
import { newPassword } from '../i18n/areas/newPassword/newPassword.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { PasswordField } from '../ui/PasswordField/PasswordField.tsx';

/** What was typed so far. */
export interface TypedPassword {
  readonly password: string;
  readonly repeat: string;
}

export const nothingTyped: TypedPassword = { password: '', repeat: '' };

/** How the service's codes about a new password are said, and beside which of the two fields. */
export function usePasswordRefusals() {
  const words = useWords(choosing);
  return {
    sentences: {
      'password-too-short': words('tooShort'),
      'password-too-long': words('tooLong'),
      'password-too-plain': words('kinds'),
      'password-common': words('common'),
      'password-names-you': words('namesYou'),
      'password-used-before': words('usedBefore'),
      'passwords-differ': words('differ'),
    },
    fields: { password: 'password', confirmPassword: 'repeat' },
  };
}

interface NewPasswordFieldsProps {
  readonly rules: PasswordRules | undefined;
  readonly value: TypedPassword;
  readonly onInput: (value: TypedPassword) => void;
  readonly submission: Submission;
}

/** A new password, twice, with the rules beside it as one types. */
export function NewPasswordFields({ rules, value, onInput, submission }: NewPasswordFieldsProps) {
  const words = useWords(choosing);
  const names = useWords(newPassword);
  const { password, repeat } = value;
  const { minimumLength = 0, maximumLength = 0, classic = false, words: banned = [] } = rules ?? {};
  const length = [...password].length;
  const folded = password.toLocaleUpperCase();
  const typed = password !== '';
  const requirements = [
    {
      id: 'length',
      text: words('length', { count: minimumLength }),
      met: typed && length >= minimumLength && length <= maximumLength,
    },
    ...(classic ? [{ id: 'kinds', text: words('kinds'), met: fourKinds.test(password) }] : []),
    { id: 'not-you', text: words('notYou'), met: typed && !banned.some((word) => folded.includes(word)) },
    { id: 'same', text: words('same'), met: typed && password === repeat },
  ];
  return (
    <>
      <PasswordField
        id="password"
        label={names('password')}
        hint={words('hint')}
        autocomplete="new-password"
        value={password}
        onInput={(typed) => onInput({ password: typed, repeat })}
        requirements={requirements}
        error={submission.errorOf('password')}
      />
      <PasswordField
        id="repeat"
        label={names('repeat')}
        autocomplete="new-password"
        value={repeat}
        onInput={(typed) => onInput({ password, repeat: typed })}
        error={submission.errorOf('repeat')}
      />
    </>
  );
}

const fourKinds = /(?=.*\p{Ll})(?=.*\p{Lu})(?=.*\p{Nd}).*[^\p{L}\p{N}]/su;
