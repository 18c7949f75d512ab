import { practice } from '../../i18n/areas/practice/practice.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';

export interface TypedTwice {
  readonly email: string;
  readonly confirmEmail: string;
}

interface EmailTwiceProps {
  /** Its two fields are `id`-email and `id`-confirm. */
  readonly id: string;
  readonly typed: TypedTwice;
  readonly onInput: (typed: TypedTwice) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

/** The address that an invitation goes to, typed twice; pasting is as good. */
export function EmailTwice({ id, typed, onInput, errorOf }: EmailTwiceProps) {
  const words = useWords(practice);
  return (
    <>
      <TextField
        id={`${id}-email`}
        label={words('email')}
        type="email"
        autocomplete="off"
        value={typed.email}
        onInput={(email) => onInput({ ...typed, email })}
        error={errorOf(`${id}-email`)}
      />
      <TextField
        id={`${id}-confirm`}
        label={words('confirmEmail')}
        type="email"
        autocomplete="off"
        value={typed.confirmEmail}
        onInput={(confirmEmail) => onInput({ ...typed, confirmEmail })}
        error={errorOf(`${id}-confirm`)}
      />
    </>
  );
}
