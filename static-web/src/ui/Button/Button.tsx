import './Button.css';
import type { ComponentChildren, Ref } from 'preact';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly kind?: ButtonKind;
  readonly icon?: ComponentChildren;
  /** As wide as its column, for the one action of a narrow page. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Look {
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  /**
   * Something is under way. The button keeps its place, its label and the focus, answers no further press, and shows a turning ring
   * once the wait has lasted 300 ms.
   */
  readonly busy?: boolean;
  /** Something has to come first, and the page says what; it can still be reached and read. */
  readonly blocked?: boolean;
  /** Says what the button acts on where its label alone does not, such as "Remove scan.pdf". Starts with the label. */
  readonly name?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ onClick, type = 'button', busy = false, blocked = false, name, ref, ...look }: ButtonProps) {
  const press = (event: MouseEvent) => {
    if (busy || blocked) {
      event.preventDefault();
    } else {
      onClick?.();
    }
  };
  return (
    <button
      ref={ref ?? null}
      class={classOf(look)}
      type={type}
      aria-disabled={busy || blocked || undefined}
      aria-label={name}
      onClick={press}
    >
      {busy ? <span class="button-ring" /> : look.icon}
      <span>{look.children}</span>
    </button>
  );
}

interface LinkButtonProps extends Look {
  readonly to: string;
}

/** Looks like a button and is a link: it goes somewhere and changes nothing. */
export function LinkButton({ to, ...look }: LinkButtonProps) {
  return (
    <a class={classOf(look)} href={to}>
      {look.icon}
      <span>{look.children}</span>
    </a>
  );
}

function classOf({ kind = 'secondary', wide = false }: Look): string {
  return `button button--${kind}${wide ? ' button--wide' : ''}`;
}
