import './FrontPage.css';
import { base } from '../../i18n/areas/base/base.ts';
import { front } from '../../i18n/areas/front/front.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch/LanguageSwitch.tsx';
import { Mark } from '../../ui/Mark/Mark.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { Brand, Main, SkipLink } from '../../ui/Shell/Shell.tsx';
import { ServiceStatus } from './ServiceStatus.tsx';

export function FrontPage() {
  const words = useWords(front);
  const common = useWords(base);
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
        <div class="front-picture">
          <Mark size={320} />
        </div>
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
      <footer class="front-foot small soft">{common('serviceName')}</footer>
    </div>
  );
}
