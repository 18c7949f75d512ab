import './FrontPage.css';
import { front } from '../../i18n/areas/front/front.ts';
import { signing } from '../../i18n/areas/signing/signing.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { homeOf } from '../../session/home.ts';
import { SignInForm } from '../../session/SignInForm.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch/LanguageSwitch.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { Brand, Main, SkipLink } from '../../ui/Shell/Shell.tsx';
import { ServiceStatus } from './ServiceStatus.tsx';

export function FrontPage() {
  const words = useWords(front);
  const signingWords = useWords(signing);
  return (
    <div class="front">
      <SkipLink />
      <header class="front-head">
        <Brand />
        <LanguageSwitch />
      </header>
      <Main name="front-main">
        <div class="front-opening">
          <PageHeading text={words('title')}>{words('headline')}</PageHeading>
          <p class="front-lead">{words('lead')}</p>
        </div>
        <section class="front-sign-in">
          <h2>{signingWords('title')}</h2>
          <SignInForm onSignedIn={(session) => location.assign(homeOf(session))} />
        </section>
        <div class="front-notes">
          <section>
            <h2>{words('invitedTitle')}</h2>
            <p>{words('invitedText')}</p>
          </section>
          <section>
            <h2>{words('doubtTitle')}</h2>
            <p>{words('doubtText')}</p>
          </section>
          <section>
            <h2>{words('statusTitle')}</h2>
            <ServiceStatus />
          </section>
        </div>
      </Main>
    </div>
  );
}
