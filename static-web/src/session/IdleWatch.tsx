import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Session } from '../api/types.ts';
import { account as accountArea } from '../i18n/areas/account/account.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Countdown } from '../ui/Countdown/Countdown.tsx';
import { Dialog } from '../ui/Dialog/Dialog.tsx';

interface IdleWatchProps {
  readonly session: Session;
  /** Nothing to watch: the session has ended. */
  readonly off: boolean;
  readonly onEnd: () => void;
}

/** Milliseconds before the end at which it is said. */
const warning = 120_000;
/** Milliseconds between two signs of life: typing alone asks the service for nothing, and must not end in a sign-out. */
const signOfLife = 60_000;

/** Warns two minutes before a session ends for want of activity. The server decides; this only says so in time. */
export function IdleWatch({ session, off, onEnd }: IdleWatchProps) {
  const words = useWords(accountArea);
  const limit = session.idleLimitSeconds * 1000;
  const last = useRef(Date.now());
  const [ends, setEnds] = useState<Date | undefined>(undefined);
  const keep = useCallback(() => {
    last.current = Date.now();
    setEnds(undefined);
    // A failure shows at the next thing the person does.
    api.post('/session/keep').then(undefined, () => undefined);
  }, []);
  // Another tab of the same session may have been busy meanwhile: only the service knows.
  const ask = useCallback((whenIdle: () => void) => {
    api.get('/session', {}, { background: true }).then(
      ({ body }) => {
        const seen = Date.now() - body.idleSeconds * 1000;
        if (seen > last.current + signOfLife) {
          last.current = seen;
          setEnds(undefined);
        } else {
          whenIdle();
        }
      },
      () => whenIdle(),
    );
  }, []);
  useEffect(() => {
    if (off) {
      setEnds(undefined);
      return;
    }
    last.current = Date.now();
    const active = () => {
      if (Date.now() - last.current > signOfLife && Date.now() - last.current < limit - warning) {
        keep();
      }
    };
    const look = setInterval(() => {
      const idle = Date.now() - last.current;
      if (idle >= limit) {
        ask(onEnd);
      } else if (idle >= limit - warning) {
        ask(() => setEnds((current) => current ?? new Date(last.current + limit)));
      }
    }, 5_000);
    document.addEventListener('pointerdown', active);
    document.addEventListener('keydown', active);
    return () => {
      clearInterval(look);
      document.removeEventListener('pointerdown', active);
      document.removeEventListener('keydown', active);
    };
  }, [off, limit, keep, ask, onEnd]);
  return (
    <Dialog
      open={ends !== undefined && !off}
      title={words('stillTitle')}
      onClose={keep}
      actions={
        <Button kind="primary" onClick={keep}>
          {words('stay')}
        </Button>
      }
    >
      <p>{words('stillText')}</p>
      {ends && <Countdown until={ends} label={words('stillLeft')} />}
    </Dialog>
  );
}
