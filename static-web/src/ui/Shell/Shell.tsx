import './Shell.css';
import type { ComponentChildren } from 'preact';
import { useOnline } from '../../api/useOnline.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { Banner } from '../Banner/Banner.tsx';
import { Mark } from '../Mark/Mark.tsx';

/** The first stop of the Tab key. It moves the focus itself, because an address with a fragment of its own must keep it. */
export function SkipLink() {
  const words = useWords(base);
  return (
    // biome-ignore lint/a11y/useValidAnchor: it goes to a place on the page, as its address says; the handler only keeps the fragment
    <a
      class="skip-link"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {words('skipToMain')}
    </a>
  );
}

/** Where the content of every page is. */
export function Main({ children, name }: { readonly children: ComponentChildren; readonly name?: string }) {
  return (
    <main id="main" tabIndex={-1} class={name}>
      {children}
    </main>
  );
}

interface BrandProps {
  /** Where whoever is signed in begins: the front page would ask them to sign in once more. */
  readonly to?: string;
  /** Said in place of the service's name, where a link to something else has the same. */
  readonly name?: string;
}

/** The service's name and mark, leading to where one begins. */
export function Brand({ to = paths.front.to(), name }: BrandProps) {
  const words = useWords(base);
  return (
    <a class="brand" href={to} aria-label={name}>
      <Mark size={28} />
      <span>{words('serviceName')}</span>
    </a>
  );
}

/** Says that the device has no network for as long as that is so. What was typed stays. */
export function ConnectionNotice() {
  const words = useWords(base);
  return useOnline() ? null : (
    <Banner kind="warning" title={words('offlineTitle')}>
      {words('offlineText')}
    </Banner>
  );
}
