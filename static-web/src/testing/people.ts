import type { Session } from '../api/types.ts';

export const practiceId = '0'.repeat(31) + 1;

/** A doctor of the practice {@link practiceId}, in New York. */
export const memberSession: Session = {
  accountId: '0'.repeat(31) + 2,
  name: 'Ben Lindqvist',
  language: 'en',
  timeZone: 'America/New_York',
  affiliations: [
    {
      kind: 'member',
      practiceId,
      practiceName: 'Riverside Dental',
      memberId: '0'.repeat(31) + 3,
      role: 'doctor',
      manager: false,
      caseManager: false,
    },
  ],
  idleSeconds: 0,
  idleLimitSeconds: 1800,
  expiresAt: '2099-01-01T00:00:00Z',
  needsTerms: false,
  needsPassword: false,
};

/** A manager of another practice, whose short ids can be read in an address. */
export const managerSession: Session = {
  ...memberSession,
  accountId: 'a1',
  name: 'Mia Chen',
  affiliations: [
    {
      kind: 'member',
      practiceId: 'p1',
      practiceName: 'Harbor Dental',
      memberId: 'm1',
      role: 'doctor',
      manager: true,
      caseManager: false,
    },
  ],
};
