import type { Session } from '../api/types.ts';
import { paths } from '../navigation/paths.ts';

/** Where somebody's own pages begin: a member's at the practice's cases, a patient's at the inbox. */
export function homeOf(session: Session): string {
  const member = session.affiliations.find((affiliation) => affiliation.kind === 'member');
  return member === undefined ? paths.inbox.to() : paths.cases.to({ practiceId: member.practiceId });
}
