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
  const expected = known[codeOf(error) ?? ''];
  const sentences = [expected ?? describe(error, words)];
  if (kept !== 'nothing') {
    sentences.push(words(`kept.${kept}`));
  }
  const reference = expected === undefined ? referenceOf(error) : undefined;
  return reference === undefined ? sentences : [...sentences, words('failure.reference', { reference })];
}

/** Only of what is our fault: whoever typed a wrong code has nothing to ask support. Where nothing answered there is nothing to be found by it. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Failure && (error.status >= 500 || error.kind === 'timeout') ? error.reference : undefined;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Failure ? error.problem?.code : undefined;
}

function describe(error: unknown, words: BaseWords): string {
  if (!(error instanceof Failure)) {
    return words('failure.unknown');
  }
  if (error.kind !== 'refused') {
    return words(`failure.${error.kind}`);
  }
  switch (error.status) {
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
      return words(error.status >= 500 ? 'failure.service' : 'failure.unknown');
  }
}
