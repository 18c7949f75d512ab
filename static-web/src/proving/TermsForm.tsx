import './TermsForm.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { describeFailure } from '../errors/describeFailure.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { base } from '../i18n/areas/base/base.ts';
import { terms } from '../i18n/areas/terms/terms.ts';
import { useLanguage, useWords } from '../i18n/WordsProvider.tsx';
import { Banner } from '../ui/Banner/Banner.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';
import { Skeleton } from '../ui/Skeleton/Skeleton.tsx';

interface TermsFormProps {
  /** Rejects where it was refused; the form says why. */
  readonly accept: (version: string) => Promise<void>;
}

interface Read {
  readonly version: string;
  readonly paragraphs: readonly string[];
}

/** The terms, and "I Accept", which works once the end has been in view: scrolled to, or reached by keyboard or screen reader. */
export function TermsForm({ accept }: TermsFormProps) {
  const words = useWords(terms);
  const { language } = useLanguage();
  const baseWords = useWords(base);
  const [inForce, setInForce] = useState<Read | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [read, setRead] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const submission = useSubmission({ sentences: {} });
  useEffect(() => {
    api.get('/terms', { query: { language } }).then(({ body }) => setInForce(body), setFailure);
  }, [language]);
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
  }, [inForce]);
  const send = async () => {
    if (inForce !== undefined) {
      await accept(inForce.version);
    }
  };
  return (
    <div class="stack">
      <PageHeading text={words('termsTitle')} />
      <FormProblems submission={submission} known={{ 'other-terms': words('changed') }} />
      {failure !== undefined && <Banner kind="error">{describeFailure(failure, baseWords)}</Banner>}
      {inForce === undefined ? (
        failure === undefined && <Skeleton lines={8} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
        <section class="terms" tabIndex={0} aria-label={words('termsTitle')}>
          {inForce.paragraphs.map((paragraph, index) => (
            // The end can be reached by Tab, which counts as having read to it.
            <p
              key={paragraph}
              ref={index === inForce.paragraphs.length - 1 ? end : null}
              {...(index === inForce.paragraphs.length - 1 ? { tabIndex: 0, onFocus: () => setRead(true) } : {})}
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
        busy={submission.busy}
        blocked={!read}
        onClick={() => void submission.submit(() => [], send)}
      >
        {words('accept')}
      </Button>
    </div>
  );
}
