import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { Failure } from '../../api/failure.ts';
import { front } from '../../i18n/areas/front/front.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { CheckCircleIcon, ErrorIcon, WarningIcon } from '../../ui/Icon/StatusIcons.tsx';

type Status = 'checking' | 'working' | 'partly' | 'unreachable';

const icons = { checking: undefined, working: CheckCircleIcon, partly: WarningIcon, unreachable: ErrorIcon } as const;

/** Whether the service answers, in plain words. */
export function ServiceStatus() {
  const words = useWords(front);
  const [status, setStatus] = useState<Status>('checking');
  const look = useCallback(async (signal?: AbortSignal) => {
    setStatus('checking');
    const found = await findStatus(signal);
    if (found !== undefined) {
      setStatus(found);
    }
  }, []);
  useEffect(() => {
    const left = new AbortController();
    look(left.signal);
    return () => left.abort();
  }, [look]);
  const StatusIcon = icons[status];
  return (
    <>
      <p class={`status status--${status}`} role="status">
        {StatusIcon && <StatusIcon />}
        {words(`status.${status}`)}
      </p>
      {(status === 'partly' || status === 'unreachable') && (
        <Button onClick={() => look()}>{words('lookAgain')}</Button>
      )}
    </>
  );
}

/** Undefined when the page was left before an answer came. */
async function findStatus(signal: AbortSignal | undefined): Promise<Status | undefined> {
  try {
    const { body } = await api.get('/health', {}, signal === undefined ? {} : { signal });
    return body.healthy ? 'working' : 'partly';
  } catch (error) {
    if (signal?.aborted) {
      return undefined;
    }
    return error instanceof Failure && error.kind === 'refused' && error.status === 503 ? 'partly' : 'unreachable';
  }
}
