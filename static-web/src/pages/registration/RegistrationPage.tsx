import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { Failure } from '../../api/failure.ts';
import type { RegistrationState } from '../../api/types.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { registration } from '../../i18n/areas/registration/registration.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { later } from '../../later/later.tsx';
import { takeToken } from '../../navigation/linkToken.ts';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { NarrowShell } from '../../ui/NarrowShell/NarrowShell.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { stepsOf } from './steps.ts';

type State =
  | { readonly kind: 'looking' }
  | { readonly kind: 'at'; readonly registration: RegistrationState }
  | { readonly kind: 'over' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed'; readonly error: unknown };

const Ended = later(() => import('./Ended.tsx'));

/**
 * The steps behind an invitation's link, one question to a page. Opening the page changes nothing; the server says which step is next, so a
 * reload, the back button and another day all come to the same place.
 */
export function RegistrationPage() {
  const [token] = useState(takeToken);
  return token === undefined ? <NoLink /> : <Registration token={token} />;
}

function Registration({ token }: { readonly token: string }) {
  const [state, setState] = useState<State>({ kind: 'looking' });
  const failed = (error: unknown) => setState(stateAfter(error));
  const look = () => {
    setState({ kind: 'looking' });
    api
      .get('/registration', {}, { link: token })
      .then(({ body }) => setState({ kind: 'at', registration: body }), failed);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each link
  useEffect(look, [token]);
  switch (state.kind) {
    case 'looking':
      return (
        <NarrowShell>
          <Skeleton />
        </NarrowShell>
      );
    case 'over':
    case 'elsewhere':
      return <Ended kind={state.kind} token={token} onBegin={look} />;
    case 'failed':
      return <NotReached error={state.error} onRetry={look} />;
    case 'at':
      return (
        <Step
          token={token}
          state={state.registration}
          onState={(next) => setState({ kind: 'at', registration: next })}
          onFailed={(error) => {
            const after = stateAfter(error);
            if (after.kind !== 'failed') {
              setState(after);
            }
            return after.kind !== 'failed';
          }}
        />
      );
  }
}

interface StepProps {
  readonly token: string;
  readonly state: RegistrationState;
  readonly onState: (state: RegistrationState) => void;
  readonly onFailed: (error: unknown) => boolean;
}

function Step({ token, state, onState, onFailed }: StepProps) {
  const words = useWords(registration);
  const order = stepsOf(state);
  const [changing, setChanging] = useState(false);
  const shown = changing && state.step === 'code' ? 'delivery' : state.step;
  const at = order.findIndex((step) => step.name === shown);
  const step = order[at];
  // The next step's script comes while this one is read.
  useEffect(() => order[at + 1]?.Part.prefetch(), [order, at]);
  if (step === undefined) {
    return null;
  }
  return (
    <NarrowShell practice={state.practiceName} step={{ step: at + 1, total: order.length }}>
      {at === 0 && <p>{words('invitedBy', { inviter: state.inviterName, practice: state.practiceName })}</p>}
      <step.Part
        key={step.name}
        token={token}
        state={state}
        onState={(next) => {
          setChanging(false);
          onState(next);
        }}
        onFailed={onFailed}
        onChangeDelivery={() => setChanging(true)}
      />
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

function NoLink() {
  const words = useWords(registration);
  return (
    <NarrowShell>
      <PageHeading text={words('title')} />
      <p>{words('linkNeededText')}</p>
      <section class="stack">
        <h2>{words('linkCutTitle')}</h2>
        <p>{words('linkCutText')}</p>
      </section>
    </NarrowShell>
  );
}

function NotReached({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const words = useWords(base);
  const own = useWords(registration);
  return (
    <NarrowShell>
      <PageHeading text={own('title')} />
      <Banner kind="error" action={<Button onClick={onRetry}>{words('tryAgain')}</Button>}>
        {describeFailure(error, words)}
      </Banner>
    </NarrowShell>
  );
}
