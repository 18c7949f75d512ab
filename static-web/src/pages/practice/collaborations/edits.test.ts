import { describe, expect, it } from 'vitest';
import type { Collaboration, Collaborator } from '../../../api/types.ts';
import { beginEdit, carryOver, type Edit, missingFrom, onlyFewer } from './edits.ts';
import type { Share } from './sharing.ts';

const person = (contactId: string) => ({ contactId, name: `Dr. ${contactId}`, email: `${contactId}@x.example` });

const inIt = (contactId: string, state: Collaborator['state'] = 'sent'): Collaborator => ({
  ...person(contactId),
  state,
  addedAt: '2026-11-27T10:00:00Z',
});

const version = (number: number, people: readonly Collaborator[], message = 'Left'): Collaboration => ({
  collaborationId: 'c',
  number: 12,
  state: 'openForEdits',
  patient: { patientId: 'p', name: 'Rosa', code: 'R' },
  starter: 'Ben',
  mine: true,
  email: { subject: '', text: '' },
  message,
  version: number,
  startedAt: '2026-11-27T10:00:00Z',
  locksAt: '2026-11-27T10:03:00Z',
  canEdit: true,
  collaborators: [...people],
  attachments: [],
  threadId: 't',
  unread: 0,
});

const typed = (edit: Edit, change: Partial<Share>): Edit => ({ ...edit, share: { ...edit.share, ...change } });
const who = ({ share }: Edit) => share.contacts.map(({ contactId }) => contactId);

const begun = beginEdit(version(3, [inIt('a'), inIt('b')]));

describe('CarryOver', () => {
  it('RemovedMeanwhile_IsOutAndTheTypedMessageStays', () => {
    const newest = version(4, [inIt('a'), inIt('b', 'removed')]);
    const next = carryOver(typed(begun, { message: 'Right' }), newest);
    expect(who(next)).toEqual(['a']);
    expect(next.share.message).toBe('Right');
    expect(next.version).toBe(4);
    expect(missingFrom(next, begun).map(({ contactId }) => contactId)).toEqual(['b']);
  });

  it('AddedHereAndThere_AreBothIn', () => {
    const mine = typed(begun, { contacts: [...begun.share.contacts, person('mine')] });
    expect(who(carryOver(mine, version(4, [inIt('a'), inIt('b'), inIt('theirs')])))).toEqual([
      'a',
      'b',
      'mine',
      'theirs',
    ]);
  });

  it('TakenOutHere_StaysOut', () => {
    const mine = typed(begun, { contacts: [person('a')] });
    expect(who(carryOver(mine, version(4, [inIt('a'), inIt('b'), inIt('c')])))).toEqual(['a', 'c']);
  });

  it('ChosenAgainAfterTheRemoval_StaysChosen', () => {
    const after = carryOver(typed(begun, { message: 'Right' }), version(4, [inIt('a'), inIt('b', 'removed')]));
    const again = typed(after, { contacts: [...after.share.contacts, person('b')] });
    expect(who(carryOver(again, version(5, [inIt('a', 'removed'), inIt('b', 'removed')])))).toEqual(['b']);
  });

  it('MessageNotTouchedHere_IsTheNewest', () => {
    const mine = typed(begun, { contacts: [person('a')] });
    expect(carryOver(mine, version(4, [inIt('a'), inIt('b')], 'Both')).share.message).toBe('Both');
  });
});

describe('OnlyFewer', () => {
  it.each([
    ['Removal', version(4, [inIt('a'), inIt('b', 'removed')]), true],
    ['Addition', version(4, [inIt('a'), inIt('b'), inIt('c')]), false],
    ['AnotherMessage', version(4, [inIt('a')], 'Right'), false],
  ])('%s', (_, newest, expected) => {
    expect(onlyFewer(begun, newest)).toBe(expected);
  });
});
