import './PatientSearch.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PatientSummary } from '../../../api/types.ts';
import { describeFailure } from '../../../errors/describeFailure.ts';
import { base } from '../../../i18n/areas/base/base.ts';
import { patients as area } from '../../../i18n/areas/patients/patients.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { Banner } from '../../../ui/Banner/Banner.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { SearchIcon } from '../../../ui/Icon/MoveIcons.tsx';
import { Skeleton } from '../../../ui/Skeleton/Skeleton.tsx';
import { mostFound, usePatientSearch } from './usePatientSearch.ts';

/**
 * Finds a patient from anywhere: the combobox of ARIA's patterns, with its list over the page. Ctrl+K (Command+K) comes here, arrows move,
 * Enter opens, Escape closes and then empties. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function PatientSearch({ practiceId }: { readonly practiceId: string }) {
  const words = useWords(area);
  const base = useId();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  // By its id and not by its place: when other results come, Enter never opens somebody else.
  const [active, setActive] = useState<string | undefined>(undefined);
  const search = usePatientSearch(practiceId, query, open);
  const box = useRef<HTMLInputElement>(null);
  useShortcut(box);
  const shown = (open && search.patients) || [];
  const at = shown.findIndex((patient) => patient.patientId === active);
  const idOf = (patientId: string) => `${base}-${patientId}`;
  const choose = ({ patientId }: PatientSummary) => {
    setOpen(false);
    setQuery('');
    setActive(undefined);
    navigate(paths.patient.to({ practiceId, patientId }));
  };
  const move = (to: number) => {
    const next = shown[(to + shown.length) % shown.length];
    setActive(next?.patientId);
    if (next !== undefined) {
      document.getElementById(idOf(next.patientId))?.scrollIntoView({ block: 'nearest' });
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      move(event.key === 'ArrowDown' ? at + 1 : Math.max(at, 0) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = shown[at] ?? (search.settled && query !== '' && shown.length === 1 ? shown[0] : undefined);
      if (chosen !== undefined) {
        choose(chosen);
      }
    } else if (event.key === 'Escape' && (open || query !== '')) {
      event.preventDefault();
      setActive(undefined);
      if (open) {
        setOpen(false);
      } else {
        setQuery('');
      }
    }
  };
  return (
    <search
      class="patient-search"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          setOpen(false);
        }
      }}
    >
      <label class="patient-search-label" for={`${base}-box`}>
        {words('search')}
      </label>
      <div class="patient-search-box">
        <SearchIcon size={18} />
        <input
          ref={box}
          id={`${base}-box`}
          class="control"
          type="text"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at < 0 ? undefined : idOf(active ?? '')}
          aria-describedby={`${base}-hint`}
          aria-keyshortcuts="Control+K Meta+K"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={200}
          value={query}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setActive(undefined);
            setOpen(true);
          }}
          onKeyDown={press}
        />
        <span class="patient-search-key" aria-hidden="true">
          {shortcut}
        </span>
      </div>
      <span class="said" id={`${base}-hint`}>
        {words('searchHint')}
      </span>
      <p class="said" role="status">
        {open && search.settled && (shown.length === 0 ? words('noneTitle') : words('found', { count: shown.length }))}
      </p>
      <div class="patient-search-results" hidden={!open}>
        {open && <Notes practiceId={practiceId} query={query} search={search} />}
        <div
          id={`${base}-list`}
          role="listbox"
          aria-label={words(query.trim() === '' ? 'openedLast' : 'results')}
          aria-busy={open && !search.settled}
        >
          {shown.map((patient) => (
            <Option
              key={patient.patientId}
              id={idOf(patient.patientId)}
              patient={patient}
              active={patient.patientId === active}
              onChoose={() => choose(patient)}
            />
          ))}
        </div>
        {search.settled && shown.length === mostFound && (
          <p class="patient-search-note">{words('firstOnes', { count: mostFound })}</p>
        )}
      </div>
    </search>
  );
}

interface NotesProps {
  readonly practiceId: string;
  readonly query: string;
  readonly search: ReturnType<typeof usePatientSearch>;
}

/** Above the results: what they are, that they are on their way, or what to do where there are none. */
function Notes({ practiceId, query, search }: NotesProps) {
  const words = useWords(area);
  const baseWords = useWords(base);
  if (search.failure !== undefined) {
    return (
      <Banner kind="error" action={<Button onClick={search.again}>{baseWords('tryAgain')}</Button>}>
        {describeFailure(search.failure, baseWords)}
      </Banner>
    );
  }
  if (search.patients === undefined) {
    return <Skeleton />;
  }
  if (query.trim() === '') {
    return <p class="patient-search-note">{words(search.patients.length === 0 ? 'searchHint' : 'openedLast')}</p>;
  }
  if (search.patients.length === 0 && search.settled) {
    return (
      <>
        <p class="patient-search-note">
          <strong>{words('noneTitle')}</strong>
        </p>
        <p class="patient-search-note">
          {words('noneText')} <a href={paths.newPatient.to({ practiceId })}>{words('newPatient')}</a>
        </p>
      </>
    );
  }
  return null;
}

interface OptionProps {
  readonly id: string;
  readonly patient: PatientSummary;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function Option({ id, patient, active, onChoose }: OptionProps) {
  const { locale } = useLanguage();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and hears the keys, as the pattern asks
    // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant
    <div
      id={id}
      class="patient-option"
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <strong>
        <bdi>{patient.name}</bdi>
      </strong>
      <span class="patient-option-facts">
        {patient.birthDate && (
          <span>{formatDate({ locale, timeZone: 'UTC' }, new Date(patient.birthDate), 'day')}</span>
        )}
        <span>{patient.code}</span>
      </span>
    </div>
  );
}

const shortcut = /Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

function useShortcut(box: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        box.current?.focus();
        box.current?.select();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [box]);
}
