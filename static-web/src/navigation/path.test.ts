import { describe, expect, expectTypeOf, it } from 'vitest';
import { matchPath, path } from './path.ts';
import { paths } from './paths.ts';

const thread = path('/inbox/:threadId/file/:fileId');

describe('To', () => {
  it('Parameters_AreEncoded', () => {
    expect(thread.to({ threadId: 'a/b', fileId: 'é ?' })).toBe('/inbox/a%2Fb/file/%C3%A9%20%3F');
  });

  it('EmptyParameter_Throws', () => {
    expect(() => thread.to({ threadId: '', fileId: '1' })).toThrow(/threadId/u);
  });

  it('PatternWithoutParameters_TakesNone', () => {
    expect(path('/inbox').to()).toBe('/inbox');
    expectTypeOf(path('/inbox').to).parameters.toEqualTypeOf<[]>();
    expectTypeOf(thread.to).parameter(0).toEqualTypeOf<{ readonly threadId: string; readonly fileId: string }>();
  });
});

describe('MatchPath', () => {
  it('BuiltAddress_GivesItsParametersBack', () => {
    const parameters = { threadId: 'a/b', fileId: 'é ?' };
    expect(matchPath(thread, thread.to(parameters))).toEqual(parameters);
  });

  it.each([
    '/inbox',
    '/inbox/1/file',
    '/inbox/1/file/2/3',
    '/inbox//file/2',
    '/inbox/1/File/2',
    '/inbox/%E0%A4%A/file/2',
  ])('%s_IsAnotherAddress', (address) => {
    expect(matchPath(thread, address)).toBeUndefined();
  });

  it('SlashAtTheEnd_IsTheSameAddress', () => {
    expect(matchPath(path('/inbox'), '/inbox/')).toEqual({});
    expect(matchPath(paths.front, '/')).toEqual({});
  });
});
