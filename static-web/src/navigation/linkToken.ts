interface Kept {
  readonly link?: string;
}

/**
 * The secret of the link that was opened. It stands in the fragment, which no server sees; it is taken out of the address, where others could
 * read it or a screenshot show it, and kept in the entry of the history, so that a reload finds it again.
 */
export function takeToken(): string | undefined {
  const given = location.hash.slice(1);
  if (given !== '') {
    history.replaceState({ link: given } satisfies Kept, '', location.pathname);
    return given;
  }
  return (history.state as Kept | null)?.link;
}
