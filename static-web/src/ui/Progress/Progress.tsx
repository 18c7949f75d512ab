import './Progress.css';

interface ProgressProps {
  /** Of what. */
  readonly name: string;
  readonly done: number;
  /** Undefined while nobody knows how much there is. */
  readonly total: number | undefined;
  /** The same in words, such as "500 of 2,000 rows". Said when the reader pauses. */
  readonly text?: string | undefined;
}

/** How far something is that takes its time. */
export function Progress({ name, done, total, text }: ProgressProps) {
  return (
    <div class="progress" role="status">
      <progress aria-label={name} {...(total !== undefined && total > 0 && { max: total, value: done })} />
      {text !== undefined && <p class="soft small">{text}</p>}
    </div>
  );
}
