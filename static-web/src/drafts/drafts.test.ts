// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dropAllDrafts, dropDraft, readDraft, writeDraft } from './drafts.ts';

const reply = { kind: 'reply', id: '01JD' };
const other = { kind: 'reply', id: '01JE' };

beforeEach(() => {
  vi.unstubAllGlobals();
  dropAllDrafts();
  localStorage.clear();
  sessionStorage.clear();
});

describe('WriteDraft', () => {
  it('Text_IsFoundAgainUnderItsIdOnly', () => {
    writeDraft(reply, 'Hello');
    expect(readDraft(reply)).toBe('Hello');
    expect(readDraft(other)).toBe('');
  });

  it('Text_IsKeptForThisTabOnly', () => {
    writeDraft(reply, 'Hello');
    expect(Object.entries(sessionStorage)).toEqual([['draft:reply:01JD', 'Hello']]);
    expect(localStorage).toHaveLength(0);
  });

  it('EmptyText_LeavesNothing', () => {
    writeDraft(reply, 'Hello');
    writeDraft(reply, '');
    expect(sessionStorage).toHaveLength(0);
  });

  it('StorageFull_KeepsTheNewestTextInMemory', () => {
    writeDraft(reply, 'old');
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    writeDraft(reply, 'new');
    full.mockRestore();
    expect(readDraft(reply)).toBe('new');
  });

  it('StorageBlocked_StillKeepsTheText', () => {
    vi.stubGlobal('sessionStorage', undefined);
    writeDraft(reply, 'Hello');
    expect(readDraft(reply)).toBe('Hello');
    dropDraft(reply);
    expect(readDraft(reply)).toBe('');
  });
});

describe('DropAllDrafts', () => {
  it('SignedOut_LeavesNothingTypedBehind', () => {
    writeDraft(reply, 'Hello');
    writeDraft(other, 'There');
    sessionStorage.setItem('unrelated', 'stays');
    dropAllDrafts();
    expect(readDraft(reply)).toBe('');
    expect(Object.keys(sessionStorage)).toEqual(['unrelated']);
  });
});
