import './SearchField.css';
import { SearchIcon } from '../Icon/MoveIcons.tsx';

interface SearchFieldProps {
  /** Said by a screen reader; the magnifying glass says it to the eye, and the place says what is searched. */
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** For an error summary that links here. */
  readonly id?: string;
}

export function SearchField({ label, value, onInput, id }: SearchFieldProps) {
  return (
    <search class="search">
      <SearchIcon size={18} />
      <input
        id={id}
        class="control"
        type="search"
        aria-label={label}
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </search>
  );
}
