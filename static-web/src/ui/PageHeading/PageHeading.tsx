import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { base } from '../../i18n/areas/base/base.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';

let firstPage = true;

interface PageHeadingProps {
  /** Names the page in the tab and the history as well. */
  readonly text: string;
  /** Shown in the heading where it says more than its text; the text is still the page's name. */
  readonly children?: ComponentChildren;
}

/**
 * The one h1 of a page. When the page was reached from another one without a load, the heading takes the focus: a screen reader says where
 * one is, and the next Tab starts there. The first page of a visit leaves the focus where the browser puts it. Where one thing takes the
 * place of another of its kind, give the heading the thing's id as `key`.
 */
export function PageHeading({ text, children }: PageHeadingProps) {
  const words = useWords(base);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = words('pageTitle', { page: text });
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (firstPage) {
      firstPage = false;
    } else {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? text}
    </h1>
  );
}
