import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { Failure } from '../api/failure.ts';
import type { Session } from '../api/types.ts';
import { dropAllDrafts } from '../drafts/drafts.ts';
import { describeFailure } from '../errors/describeFailure.ts';
import { account } from '../i18n/areas/account/account.ts';
import { base } from '../i18n/areas/base/base.ts';
import { signing } from '../i18n/areas/signing/signing.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { later } from '../later/later.tsx';
import { paths } from '../navigation/paths.ts';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Dialog } from '../ui/Dialog/Dialog.tsx';
import { NarrowShell } from '../ui/NarrowShell/NarrowShell.tsx';
import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';
import { IdleWatch } from './IdleWatch.tsx';
import { SignInForm } from './SignInForm.tsx';

interface SignedIn {
  readonly session: Session;
  /** Tells of a failure that may be the end of the session; true where it is, and signing in is on the screen already. */
  readonly lost: (error: unknown) => boolean;
  readonly signOut: () => Promise<void>;
}

const NewTerms = later(() => import('./NewTerms.tsx'));
const ExpiredPassword = later(() => import('./ExpiredPassword.tsx'));

const SignedInContext = createContext<SignedIn | undefined>(undefined);

export function useSession(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (signedIn === undefined) {
    throw new Error('Signed is missing above this component.');
  }
  return signedIn;
}

type State =
  | { readonly kind: 'looking' }
  | { readonly kind: 'out' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'in'; readonly session: Session; readonly lost: boolean };

/**
 * Pages for somebody who is signed in. Whoever is not signs in right here, and is then at the address they came for: where to go is never
 * told from outside. A session that ends meanwhile asks for the password above the page, which stays as it is with all that was typed.
 */
export function Signed({ children }: { readonly children: ComponentChildren }) {
  const words = useWords(signing);
  const own = useWords(account);
  const [state, setState] = useState<State>({ kind: 'looking' });
  const look = useCallback(() => {
    setState({ kind: 'looking' });
    api.get('/session').then(
      ({ body }) => setState({ kind: 'in', session: body, lost: false }),
      (error: unknown) => setState(isSignedOut(error) ? { kind: 'out' } : { kind: 'failed', error }),
    );
  }, []);
  useEffect(look, [look]);
  const lost = useCallback((error: unknown) => {
    if (!isSignedOut(error)) {
      return false;
    }
    setState((current) => (current.kind === 'in' ? { ...current, lost: true } : current));
    return true;
  }, []);
  const outside = useCallback(
    (error: unknown) => {
      const out = isSignedOut(error);
      if (out) {
        look();
      }
      return out;
    },
    [look],
  );
  const end = useCallback(
    () => setState((current) => (current.kind === 'in' ? { ...current, lost: true } : current)),
    [],
  );
  const signOut = useCallback(async () => {
    dropAllDrafts();
    await api.post('/sign-out').catch((error: unknown) => {
      if (!isSignedOut(error)) {
        throw error;
      }
    });
    location.assign(paths.front.to());
  }, []);
  const signIn = (session: Session) => setState({ kind: 'in', session, lost: false });
  switch (state.kind) {
    case 'looking':
      return (
        <NarrowShell>
          <Skeleton />
        </NarrowShell>
      );
    case 'failed':
      return <NotReached error={state.error} onRetry={look} />;
    case 'out':
      return (
        <NarrowShell>
          <PageHeading text={words('title')} />
          <SignInForm onSignedIn={signIn} />
        </NarrowShell>
      );
    case 'in':
      if (state.session.needsTerms) {
        return (
          <NarrowShell>
            <NewTerms onAccepted={signIn} />
          </NarrowShell>
        );
      }
      if (state.session.needsPassword) {
        return (
          <NarrowShell>
            <ExpiredPassword onChanged={signIn} lost={outside} />
          </NarrowShell>
        );
      }
      return (
        <SignedInContext.Provider value={{ session: state.session, lost, signOut }}>
          {/* Kept as it is, and out of sight: whoever comes by an open page sees nothing of anybody. */}
          <div class="signed-page" hidden={state.lost}>
            {children}
          </div>
          <IdleWatch session={state.session} off={state.lost} onEnd={end} />
          <Dialog open={state.lost} title={own('againTitle')} onClose={() => undefined}>
            <p>{own('againText')}</p>
            <SignInForm
              onSignedIn={(session) => {
                // Somebody else at the same device must not find this person's page.
                if (session.accountId === state.session.accountId) {
                  signIn(session);
                } else {
                  dropAllDrafts();
                  location.reload();
                }
              }}
            />
          </Dialog>
        </SignedInContext.Provider>
      );
  }
}

function NotReached({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const words = useWords(base);
  return (
    <NarrowShell>
      <PageHeading text={words('serviceName')} />
      <Banner kind="error" action={<Button onClick={onRetry}>{words('tryAgain')}</Button>}>
        {describeFailure(error, words)}
      </Banner>
    </NarrowShell>
  );
}

/** 401 of a sign-in that failed, which ends no session. */
const aboutSigningIn = ['wrong-credentials', 'passkey-unknown'];

function isSignedOut(error: unknown): boolean {
  return error instanceof Failure && error.status === 401 && !aboutSigningIn.includes(error.problem?.code ?? '');
}
