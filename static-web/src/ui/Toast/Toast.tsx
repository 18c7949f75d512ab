import './Toast.css';
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { CloseIcon } from '../Icon/MoveIcons.tsx';

export interface ToastContent {
  /** What was done, such as "Invitation withdrawn". */
  readonly text: string;
  /** Takes it back. */
  readonly onUndo?: () => void;
  /** When it can no longer be taken back: the time has passed, or the person closed it. */
  readonly onGone?: () => void;
}

type Shown = ToastContent & { readonly id: number };

/** Milliseconds: long enough to read, decide and reach the button; the clock stands still while the pointer or the focus is on it. */
const lifetime = 10_000;

const ToastContext = createContext<(toast: ToastContent) => void>(() => {
  throw new Error('Toasts is missing above this component.');
});

/** Gives the function that shows a toast. */
export function useToast(): (toast: ToastContent) => void {
  return useContext(ToastContext);
}

/** Holds the toasts of a page, newest last. Its region is there before the first one, or a screen reader would not say it. */
export function Toasts({ children }: { readonly children: ComponentChildren }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const show = useCallback((toast: ToastContent) => {
    next.current += 1;
    const id = next.current;
    setShown((current) => [...current, { ...toast, id }]);
  }, []);
  const remove = useCallback((id: number) => setShown((current) => current.filter((toast) => toast.id !== id)), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toasts" role="status">
        {shown.map((toast) => (
          <ToastBox key={toast.id} toast={toast} onRemove={remove} />
        ))}
      </div>
    </ToastContext.Provider>
  );
}

function ToastBox({ toast, onRemove }: { readonly toast: Shown; readonly onRemove: (id: number) => void }) {
  const words = useWords(inside);
  const [held, setHeld] = useState(false);
  const close = useCallback(() => {
    onRemove(toast.id);
    toast.onGone?.();
  }, [toast, onRemove]);
  useEffect(() => {
    const timer = held ? undefined : setTimeout(close, lifetime);
    return () => clearTimeout(timer);
  }, [held, close]);
  return (
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span class="toast-text">{toast.text}</span>
      {toast.onUndo && (
        <button
          type="button"
          class="toast-undo"
          onClick={() => {
            onRemove(toast.id);
            toast.onUndo?.();
          }}
        >
          {words('undo')}
        </button>
      )}
      <button type="button" class="toast-close" aria-label={words('close')} onClick={close}>
        <CloseIcon size={16} />
      </button>
    </div>
  );
}
