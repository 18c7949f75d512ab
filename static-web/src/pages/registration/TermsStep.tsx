import './TermsStep.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { terms } from '../../i18n/areas/terms/terms.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, terms];

/** The terms, and "I Accept", which works once the end has been in view: scrolled to, or reached by keyboard or screen reader. */
export function Part({ token, state, onState, onFailed }: StepPartProps) {
  const words = useWords(terms);
  const { language } = useLanguage();
  const [paragraphs, setParagraphs] = useState<readonly string[] | undefined>(undefined);
  const [read, setRead] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const submission = useSubmission({ sentences: {} });
  useEffect(() => {
    api.get('/terms', { query: { language } }).then(({ body }) => setParagraphs(body.paragraphs), onFailed);
  }, [language, onFailed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is there once the paragraphs are
  useEffect(() => {
    if (end.current === null) {
      return;
    }
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        setRead(true);
      }
    });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [paragraphs]);
  const send = async () => {
    try {
      const { body } = await api.post(
        '/registration/terms',
        { body: { version: state.termsVersion } },
        { link: token },
      );
      onState(body);
    } catch (error) {
      if (!onFailed(error)) {
        throw error;
      }
    }
  };
  return (
    <div class="stack">
      <PageHeading text={words('termsTitle')} />
      <FormProblems submission={submission} />
      {paragraphs === undefined ? (
        <Skeleton lines={8} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
        <section class="terms" tabIndex={0} aria-label={words('termsTitle')}>
          {paragraphs.map((paragraph, index) => (
            // The end can be reached by Tab, which counts as having read to it.
            <p
              key={paragraph}
              ref={index === paragraphs.length - 1 ? end : null}
              {...(index === paragraphs.length - 1 ? { tabIndex: 0, onFocus: () => setRead(true) } : {})}
            >
              {paragraph}
            </p>
          ))}
        </section>
      )}
      {!read && <p class="soft">{words('termsRead')}</p>}
      <Button
        kind="primary"
        wide
        busy={submission.busy || !read}
        onClick={() => void submission.submit(() => [], send)}
      >
        {words('accept')}
      </Button>
    </div>
  );
}
