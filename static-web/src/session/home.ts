import type { Session } from '../api/types.ts';
import { paths } from '../navigation/paths.ts';

/** Where somebody's own pages begin: a member's at the practice's cases, a patient's at the inbox, a colleague's from outside at what was shared. */
export function homeOf(session: Session): string {
  const member = session.affiliations.find((affiliation) => affiliation.kind === 'member');
  if (member !== undefined) {
    return paths.cases.to({ practiceId: member.practiceId });
  }
  const kinds = session.affiliations.map((affiliation) => affiliation.kind);
  return kinds.includes('collaborator') && !kinds.includes('patient') ? paths.sharedList.to() : paths.inbox.to();
}
