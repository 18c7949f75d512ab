import { useEffect, useState } from 'preact/hooks';

const moved = 'address-moved';

/** Goes to another address of the same page without loading it again. */
export function navigate(address: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) {
    history.replaceState(null, '', address);
  } else {
    history.pushState(null, '', address);
    window.scrollTo(0, 0);
  }
  window.dispatchEvent(new Event(moved));
}

/** The path of the current address. Follows {@link navigate}, Back and Forward. */
export function useAddress(): string {
  const [address, setAddress] = useState(location.pathname);
  useEffect(() => {
    const update = () => setAddress(location.pathname);
    window.addEventListener('popstate', update);
    window.addEventListener(moved, update);
    return () => {
      window.removeEventListener('popstate', update);
      window.removeEventListener(moved, update);
    };
  }, []);
  return address;
}

/** Whether a click on a link is this page's to handle: a plain one, on an address that the same page serves. */
export function isOurs(event: MouseEvent, link: HTMLAnchorElement, prefix: string): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const here = link.origin === location.origin && (link.pathname === prefix || link.pathname.startsWith(`${prefix}/`));
  return plain && here && !event.defaultPrevented && link.target === '' && !link.hasAttribute('download');
}

/** Lets links under one of `prefixes`, such as /practice, change the address without a load. Ordinary anchors stay ordinary anchors. */
export function followLinks(...prefixes: readonly string[]): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link !== null && prefixes.some((prefix) => isOurs(event, link, prefix)) && link.hash === '') {
      event.preventDefault();
      navigate(link.pathname + link.search);
    }
  });
}
