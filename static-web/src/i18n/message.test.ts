import { describe, expect, expectTypeOf, it } from 'vitest';
import { fill, type ValuesOf, type Words } from './message.ts';

describe('Fill', () => {
  it('Placeholders_AreReplaced', () => {
    expect(fill('Step {step} of {total}', 'en', { step: 2, total: 7 })).toBe('Step 2 of 7');
  });

  it('Numbers_AreWrittenAsTheLocaleWritesThem', () => {
    expect(fill('{n}', 'en', { n: 12345.5 })).toBe('12,345.5');
    expect(fill('{n}', 'fr', { n: 12345.5 })).toBe('12\u202f345,5');
  });

  it('Count_ChoosesThePlural', () => {
    const messages = { one: '{count} message', other: '{count} messages' };
    expect(fill(messages, 'en', { count: 1 })).toBe('1 message');
    expect(fill(messages, 'en', { count: 0 })).toBe('0 messages');
    expect(fill(messages, 'fr', { count: 0 })).toBe('0 message');
  });

  it('CategoryWithoutAForm_TakesTheGeneralOne', () => {
    expect(fill({ one: 'un mensaje', other: '{count} mensajes' }, 'es', { count: 1_000_000 })).toBe(
      '1.000.000 mensajes',
    );
  });

  it('ValueWithABrace_IsNotReplacedAgain', () => {
    expect(fill('{name} wrote', 'en', { name: '{count}' })).toBe('{count} wrote');
  });

  it('MissingValue_Throws', () => {
    expect(() => fill('{name} wrote', 'en')).toThrow(/\{name\}/u);
  });
});

describe('ValuesOf', () => {
  it('MessageWithoutPlaceholders_TakesNothing', () => {
    expectTypeOf<ValuesOf<'Close'>>().toEqualTypeOf<[]>();
  });

  it('MessageWithPlaceholders_TakesEachOfThem', () => {
    expectTypeOf<ValuesOf<'Step {step} of {total}'>>().toExtend<[{ readonly step: string | number }]>();
  });

  it('Plural_TakesANumberAsCount', () => {
    type Call = Words<{ readonly found: { readonly one: '{count} found'; readonly other: '{count} found' } }>;
    expectTypeOf<Parameters<Call>[1]>().toExtend<{ readonly count: number } | undefined>();
  });
});
