import './Dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { CloseIcon } from '../Icon/MoveIcons.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Escape, the cross, or a press outside. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** As large as the window lets it be, for something to look at; what stands under the title stays while the rest fills the room. */
  readonly full?: boolean;
  /** Under the title, over what may scroll. */
  readonly bar?: ComponentChildren;
  /** The buttons, the main one last. */
  readonly actions?: ComponentChildren;
}

/** The browser's own dialog: it keeps the focus inside, gives it back afterwards, and closes on Escape. */
export function Dialog({ open, title, onClose, children, full = false, bar, actions }: DialogProps) {
  const words = useWords(inside);
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && element !== null && !element.open) {
      element.showModal();
      // The title first: a screen reader says what this is about, and no button is a press of Enter away by accident.
      heading.current?.focus();
    } else if (!open) {
      element?.close();
    }
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: pressing outside is a shortcut for Escape, which the element handles itself
    <dialog
      ref={dialog}
      class={full ? 'dialog dialog--full' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The page's state decides whether it is open; the element must not close behind its back.
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // A second Escape in a row closes it whatever a page says; the page's state then follows.
        if (open) {
          onClose();
        }
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) {
          onClose();
        }
      }}
    >
      {open && (
        <div class="dialog-box">
          <div class="dialog-head">
            <h2 ref={heading} id={titleId} tabIndex={-1}>
              {title}
            </h2>
            <button type="button" class="dialog-close" aria-label={words('close')} onClick={onClose}>
              <CloseIcon />
            </button>
          </div>
          {bar !== undefined && <div class="dialog-bar">{bar}</div>}
          <div class="dialog-body">{children}</div>
          {actions !== undefined && <div class="dialog-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
