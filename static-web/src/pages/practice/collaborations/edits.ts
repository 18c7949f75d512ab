import type { Collaboration } from '../../../api/types.ts';
import type { DraftKey } from '../../../drafts/drafts.ts';
import { type ChosenContact, idsOf, type Share } from './sharing.ts';

/** What a collaboration shares now. */
function shareOf({ message, collaborators, attachments }: Collaboration): Share {
  return {
    message,
    contacts: collaborators
      .filter(({ state }) => state !== 'removed')
      .map(({ contactId, name, email }) => ({ contactId, name, email })),
    patientInfo: attachments.flatMap(({ patientInfo }) => (patientInfo === undefined ? [] : [patientInfo])),
    files: attachments
      .filter(({ patientInfo }) => patientInfo === undefined)
      .map(({ file: { fileId, name } }) => ({ fileId, name })),
  };
}

/** A collaboration that is being edited: what was typed, and over what. */
export interface Edit {
  /** The version that it was typed over; a newer one is somebody else's, or of another window. */
  readonly version: number;
  /** What that version shared. */
  readonly base: Share;
  readonly share: Share;
}

export const beginEdit = (opened: Collaboration): Edit => {
  const share = shareOf(opened);
  return { version: opened.version, base: share, share };
};

/** Where an edit is kept until it is saved or given up. */
export const editOf = ({ collaborationId }: Collaboration): DraftKey => ({ kind: 'edit', id: collaborationId });

/**
 * Carries an edit over to the newest version. Whoever and whatever has gone meanwhile is gone here too, and what has come is here; so is what was
 * changed here, and the message that was typed.
 */
export function carryOver({ base, share }: Edit, opened: Collaboration): Edit {
  const theirs = shareOf(opened);
  if (share === base) {
    return beginEdit(opened);
  }
  return {
    version: opened.version,
    base: theirs,
    share: {
      message: share.message === base.message ? theirs.message : share.message,
      contacts: merge(base.contacts, share.contacts, theirs.contacts, ({ contactId }) => contactId),
      patientInfo: merge(base.patientInfo, share.patientInfo, theirs.patientInfo, (kind) => kind),
      files: merge(base.files, share.files, theirs.files, ({ fileId }) => fileId),
    },
  };
}

/** Who is in an edit and no longer in another. */
export const missingFrom = (next: Edit, before: Edit): readonly ChosenContact[] =>
  before.share.contacts.filter((one) => !next.share.contacts.some(({ contactId }) => contactId === one.contactId));

/** Whether a newer version differs only by people who are no longer in it. */
export function onlyFewer({ base }: Edit, opened: Collaboration): boolean {
  const theirs = shareOf(opened);
  const same = (one: readonly string[], other: readonly string[]) =>
    [...one].sort().join() === [...other].sort().join();
  const [before, now] = [idsOf(base), idsOf(theirs)];
  return (
    now.message === before.message &&
    same(now.patientInfo, before.patientInfo) &&
    same(now.files, before.files) &&
    now.contacts.every((one) => before.contacts.includes(one))
  );
}

function merge<One>(
  base: readonly One[],
  mine: readonly One[],
  theirs: readonly One[],
  idOf: (one: One) => string,
): readonly One[] {
  const [before, here, there] = [base, mine, theirs].map((all) => new Set(all.map(idOf))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  return [
    ...mine.filter((one) => there.has(idOf(one)) || !before.has(idOf(one))),
    ...theirs.filter((one) => !before.has(idOf(one)) && !here.has(idOf(one))),
  ];
}
