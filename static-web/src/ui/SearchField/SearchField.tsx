import './SearchField.css';
import { useId } from 'preact/hooks';
import { SearchIcon } from '../Icon/MoveIcons.tsx';

interface SearchFieldProps {
  /** What is searched: a page may have more than one of these. */
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** For an error summary that links here. */
  readonly id?: string;
}

export function SearchField({ label, value, onInput, id: given }: SearchFieldProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <search class="search">
      <label class="search-label" for={id}>
        {label}
      </label>
      <div class="search-box">
        <SearchIcon size={18} />
        <input
          id={id}
          class="control"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
    </search>
  );
}
