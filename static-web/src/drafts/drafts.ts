/**
 * What someone typed and has not sent, for as long as the tab is open. Kept in sessionStorage, so that another tab, another person at the
 * same device tomorrow and localStorage never see it; keyed by ids, so that the key itself says nothing.
 */
export interface DraftKey {
  /** What is being written, such as 'reply'. */
  readonly kind: string;
  /** The id of the thread or case that it belongs to; never a name, email or phone. */
  readonly id: string;
}

const prefix = 'draft:';

/** Stands in where a browser refuses storage (cookies blocked) or has no room left: the draft then lives until the page is left. */
const memory = new Map<string, string>();

function nameOf({ kind, id }: DraftKey): string {
  return `${prefix}${kind}:${id}`;
}

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    // SecurityError where storage is blocked, QuotaExceededError where it is full: callers fall back to memory.
    return undefined;
  }
}

export function readDraft(key: DraftKey): string {
  const name = nameOf(key);
  return memory.get(name) ?? withStorage((storage) => storage.getItem(name)) ?? '';
}

export function writeDraft(key: DraftKey, text: string): void {
  if (text === '') {
    dropDraft(key);
    return;
  }
  const name = nameOf(key);
  const stored = withStorage((storage) => {
    storage.setItem(name, text);
    return true;
  });
  if (stored) {
    memory.delete(name);
  } else {
    memory.set(name, text);
  }
}

export function dropDraft(key: DraftKey): void {
  const name = nameOf(key);
  memory.delete(name);
  withStorage((storage) => storage.removeItem(name));
}

/** For signing out: nothing that was typed stays on the device. */
export function dropAllDrafts(): void {
  memory.clear();
  withStorage((storage) => {
    for (const name of Object.keys(storage).filter((key) => key.startsWith(prefix))) {
      storage.removeItem(name);
    }
  });
}
