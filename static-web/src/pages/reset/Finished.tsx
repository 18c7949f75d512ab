import { forms } from '../../i18n/areas/forms/forms.ts';
import { reset } from '../../i18n/areas/reset/reset.ts';
import { signing } from '../../i18n/areas/signing/signing.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { homeOf } from '../../session/home.ts';
import { SignInForm } from '../../session/SignInForm.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';

export const areas = [forms, reset, signing];

/** Nobody is signed in by a link: the new password is for that. */
export function Part({ email }: { readonly email: string }) {
  const words = useWords(reset);
  return (
    <div class="stack">
      <PageHeading text={words('doneTitle')} />
      <p>{words('doneText')}</p>
      <SignInForm email={email} onSignedIn={(session) => location.replace(homeOf(session))} />
    </div>
  );
}
