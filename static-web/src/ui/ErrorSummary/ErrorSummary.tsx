import './ErrorSummary.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';

export interface FieldProblem {
  /** The id of the control to put right; of a date's or phone's box, not of its group. */
  readonly fieldId: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  /** Counts the tries to send: each one moves the focus here again. */
  readonly attempt?: number;
}

/** Above a form that could not be sent: what is wrong, each line leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ problems, attempt = 0 }: ErrorSummaryProps) {
  const words = useWords(forms);
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  const shown = problems.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt with the same problems has to be noticed as well
  useEffect(() => {
    if (shown) {
      box.current?.focus();
    }
  }, [shown, attempt]);
  if (!shown) {
    return null;
  }
  return (
    <div class="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby={titleId}>
      <h2 id={titleId}>{words('errorSummaryTitle', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                // The address keeps its own fragment, which on the registration's pages is the invitation.
                event.preventDefault();
                goTo(fieldId);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(fieldId: string): void {
  const field = document.getElementById(fieldId);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
