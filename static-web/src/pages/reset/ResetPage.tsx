import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { Failure } from '../../api/failure.ts';
import type { PasswordResetState } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { reset } from '../../i18n/areas/reset/reset.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { later } from '../../later/later.tsx';
import { takeToken } from '../../navigation/linkToken.ts';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { NarrowShell } from '../../ui/NarrowShell/NarrowShell.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { AskForm } from './AskForm.tsx';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'at'; readonly reset: PasswordResetState }
  | { readonly kind: 'done'; readonly email: string }
  | { readonly kind: 'over' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed'; readonly error: unknown };

const Steps = later(() => import('./Steps.tsx'));
const Finished = later(() => import('./Finished.tsx'));

/** A forgotten password: without a link it asks for one; with one it is the way to a new password. Opening it changes nothing. */
export function ResetPage() {
  const [token] = useState(takeToken);
  const [state, setState] = useState<State>({ kind: token === undefined ? 'asking' : 'looking' });
  const failed = useCallback((error: unknown) => {
    const after = stateAfter(error);
    if (after.kind !== 'failed') {
      setState(after);
    }
    return after.kind !== 'failed';
  }, []);
  const arrived = useCallback((next: PasswordResetState) => setState({ kind: 'at', reset: next }), []);
  const look = useCallback(() => {
    setState({ kind: 'looking' });
    api.get('/password-reset', {}, { link: token ?? '' }).then(
      ({ body }) => arrived(body),
      (error: unknown) => setState(stateAfter(error)),
    );
  }, [token, arrived]);
  useEffect(() => {
    if (token !== undefined) {
      look();
    }
  }, [token, look]);
  return (
    <NarrowShell>
      {state.kind === 'asking' && <AskForm />}
      {state.kind === 'looking' && <Skeleton />}
      {state.kind === 'over' && <Over onAsk={() => setState({ kind: 'asking' })} />}
      {state.kind === 'elsewhere' && <Elsewhere onBegin={look} />}
      {state.kind === 'failed' && <NotReached error={state.error} onRetry={look} />}
      {state.kind === 'at' && (
        <Steps
          token={token ?? ''}
          state={state.reset}
          onState={arrived}
          onFailed={failed}
          onDone={(email) => setState({ kind: 'done', email })}
        />
      )}
      {state.kind === 'done' && <Finished email={state.email} />}
    </NarrowShell>
  );
}

function stateAfter(error: unknown): State {
  const code = error instanceof Failure ? error.problem?.code : undefined;
  if (code === 'link-not-open') {
    return { kind: 'over' };
  }
  return code === 'other-browser' ? { kind: 'elsewhere' } : { kind: 'failed', error };
}

function Over({ onAsk }: { readonly onAsk: () => void }) {
  const words = useWords(reset);
  return (
    <>
      <PageHeading text={words('overTitle')} />
      <p>{words('overText')}</p>
      <Button kind="primary" wide onClick={onAsk}>
        {words('askNew')}
      </Button>
    </>
  );
}

function Elsewhere({ onBegin }: { readonly onBegin: () => void }) {
  const words = useWords(reset);
  return (
    <>
      <PageHeading text={words('otherTitle')} />
      <p>{words('otherText')}</p>
      <Button kind="primary" wide onClick={onBegin}>
        {words('beginHere')}
      </Button>
    </>
  );
}

function NotReached({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const words = useWords(base);
  const own = useWords(reset);
  return (
    <>
      <PageHeading text={own('askTitle')} />
      <Banner kind="error" action={<Button onClick={onRetry}>{words('tryAgain')}</Button>}>
        {describeFailure(error, words)}
      </Banner>
    </>
  );
}
