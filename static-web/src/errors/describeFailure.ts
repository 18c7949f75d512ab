import { Failure } from '../api/failure.ts';
import type { base } from '../i18n/areas/base/base.ts';
import type { Area, Words } from '../i18n/message.ts';

type BaseWords = typeof base extends Area<infer English> ? Words<English> : never;

interface Circumstances {
  /** The page's own sentences for the codes of problems that it expects; they say what to do next. */
  readonly known?: Readonly<Record<string, string>>;
  /** What is not lost: what was typed, the part of a file that arrived, or nothing there was to lose. */
  readonly kept?: 'typed' | 'file' | 'nothing';
}

/** What to tell a person about anything that went wrong: what happened, what was kept, what to do next. Every page says it through here. */
export function describeFailure(
  error: unknown,
  words: BaseWords,
  { known = {}, kept = 'nothing' }: Circumstances = {},
): string[] {
  const failure = error instanceof Failure ? error : undefined;
  const sentences = [known[failure?.problem?.code ?? ''] ?? describe(failure, words)];
  if (kept !== 'nothing') {
    sentences.push(words(`kept.${kept}`));
  }
  if (failure?.reference) {
    sentences.push(words('failure.reference', { id: failure.reference }));
  }
  return sentences;
}

function describe(error: Failure | undefined, words: BaseWords): string {
  if (error && error.kind !== 'refused') {
    return words(`failure.${error.kind}`);
  }
  switch (error?.status) {
    case 401:
      return words('failure.signedOut');
    case 403:
    case 404:
      return words('failure.notFound');
    case 409:
    case 412:
      return words('failure.changed');
    case 413:
      return words('failure.tooLarge');
    case 429:
      return error.retryAfterSeconds === undefined
        ? words('failure.tooMany')
        : words('failure.tooManyFor', { count: error.retryAfterSeconds });
    default:
      return words(error && error.status >= 500 ? 'failure.service' : 'failure.unknown');
  }
}
