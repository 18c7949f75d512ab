import { api } from '../../api/api.ts';
import type { Session } from '../../api/types.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { signing } from '../../i18n/areas/signing/signing.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { homeOf } from '../../session/home.ts';
import { SignInForm } from '../../session/SignInForm.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, signing];

/** The first sign-in, which ends the registration and leads to the message that it was about. */
export function Part({ state }: StepPartProps) {
  const words = useWords(signing);
  return (
    <div class="stack">
      <PageHeading text={words('doneTitle')} />
      <SignInForm email={state.email ?? ''} onSignedIn={(session) => void land(session)} />
    </div>
  );
}

/** What the registration opened is the newest of the inbox, or of what was shared. */
async function land(session: Session): Promise<void> {
  const home = homeOf(session);
  const newest = home === paths.inbox.to() ? newestThread() : home === paths.sharedList.to() ? newestShared() : home;
  location.replace(await Promise.resolve(newest).catch(() => home));
}

async function newestThread(): Promise<string> {
  const { body } = await api.get('/inbox');
  const threadId = body.items[0]?.threadId;
  return threadId === undefined ? paths.inbox.to() : paths.thread.to({ threadId });
}

async function newestShared(): Promise<string> {
  const { body } = await api.get('/collaborations');
  const collaborationId = body.collaborations[0]?.collaborationId;
  return collaborationId === undefined ? paths.sharedList.to() : paths.shared.to({ collaborationId });
}
