import './SearchField.css';
import { SearchIcon } from '../Icon/MoveIcons.tsx';

interface SearchFieldProps {
  /** Said by a screen reader; the magnifying glass says it to the eye, and the place says what is searched. */
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export function SearchField({ label, value, onInput }: SearchFieldProps) {
  return (
    <search class="search">
      <SearchIcon size={18} />
      <input
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
