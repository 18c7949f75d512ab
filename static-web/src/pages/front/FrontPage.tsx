import './FrontPage.css';
import { front } from '../../i18n/areas/front/front.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch/LanguageSwitch.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { Brand, Main, SkipLink } from '../../ui/Shell/Shell.tsx';
import { ServiceStatus } from './ServiceStatus.tsx';

export function FrontPage() {
  const words = useWords(front);
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
        <FrontPicture />
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

/** The mark, large: what one writes, what the other writes, and what they share. */
function FrontPicture() {
  return (
    <svg class="front-picture" viewBox="0 0 360 240" aria-hidden="true" focusable="false">
      <circle class="front-picture-disc" cx="124" cy="120" r="112" />
      <circle class="front-picture-disc" cx="236" cy="120" r="112" />
      <path class="front-picture-shared" d="M180 23.01a112 112 0 0 1 0 193.98 112 112 0 0 1 0-193.98z" />
      <path class="front-picture-lines" d="M40 102h60M40 120h44M40 138h54M262 102h58M276 120h44M266 138h54" />
      <path class="front-picture-kept" d="m164 121 11 11 22-25" />
    </svg>
  );
}
