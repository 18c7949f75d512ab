import { describe, expect, it } from 'vitest';
import { Failure, type FailureKind } from '../api/failure.ts';
import { words as english } from '../i18n/areas/base/en.ts';
import { fill } from '../i18n/message.ts';
import { describeFailure } from './describeFailure.ts';

const words = ((key: keyof typeof english, values?: Record<string, string | number>) =>
  fill(english[key], 'en', values)) as Parameters<typeof describeFailure>[1];

const refused = (status: number, code?: string, retryAfterSeconds?: number) =>
  new Failure('refused', status, {
    ...(code === undefined ? {} : { problem: { status, code } }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

describe('DescribeFailure', () => {
  it('KnownCode_IsThePagesOwnSentence', () => {
    const known = { 'code-wrong': 'That is not the code.' };
    expect(describeFailure(refused(400, 'code-wrong'), words, { known })).toEqual(['That is not the code.']);
  });

  it('UnknownCode_IsNeverShownItself', () => {
    const [sentence] = describeFailure(refused(400, 'x-internal-17'), words);
    expect(sentence).toBe(english['failure.unknown']);
  });

  it.each<[FailureKind, string]>([
    ['unreachable', english['failure.unreachable']],
    ['timeout', english['failure.timeout']],
    ['unreadable', english['failure.unreadable']],
  ])('%s_HasItsSentence', (kind, sentence) => {
    expect(describeFailure(new Failure(kind, 0), words)).toEqual([sentence]);
  });

  it.each([
    [401, english['failure.signedOut']],
    [403, english['failure.notFound']],
    [404, english['failure.notFound']],
    [409, english['failure.changed']],
    [412, english['failure.changed']],
    [413, english['failure.tooLarge']],
    [429, english['failure.tooMany']],
    [418, english['failure.unknown']],
    [500, english['failure.service']],
    [503, english['failure.service']],
  ])('%d_HasItsSentence', (status, sentence) => {
    expect(describeFailure(refused(status), words)).toEqual([sentence]);
  });

  it('TooManyWithAWait_SaysHowLong', () => {
    expect(describeFailure(refused(429, undefined, 30), words)).toEqual([
      'There were too many tries. Try again in 30 seconds.',
    ]);
  });

  it('FailureWithAReference_SaysItLast', () => {
    const failure = Object.assign(refused(503), { reference: 'trace' });
    expect(describeFailure(failure, words, { kept: 'typed' })).toEqual([
      english['failure.service'],
      english['kept.typed'],
      fill(english['failure.reference'], 'en', { id: 'trace' }),
    ]);
  });

  it('SomethingKept_IsSaidAfterwards', () => {
    expect(describeFailure(new TypeError('bug'), words, { kept: 'typed' })).toEqual([
      english['failure.unknown'],
      english['kept.typed'],
    ]);
  });
});
