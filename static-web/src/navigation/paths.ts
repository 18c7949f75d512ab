import { path } from './path.ts';

/** Every address of these pages. An address is never put together anywhere else. */
export const paths = {
  front: path('/'),
  register: path('/register'),
  reset: path('/reset'),
  inbox: path('/inbox'),
  account: path('/inbox/account'),
  thread: path('/inbox/:threadId'),
  practice: path('/practice'),
  cases: path('/practice/:practiceId/cases'),
  newCase: path('/practice/:practiceId/new-case'),
  case: path('/practice/:practiceId/cases/:caseId'),
  casePart: path('/practice/:practiceId/cases/:caseId/:part'),
  collaborations: path('/practice/:practiceId/collaborations'),
  collaboration: path('/practice/:practiceId/collaborations/:collaborationId'),
  startCollaboration: path('/practice/:practiceId/patients/:patientId/start'),
  startFromCase: path('/practice/:practiceId/patients/:patientId/start/:caseId'),
  contacts: path('/practice/:practiceId/contacts'),
  newContact: path('/practice/:practiceId/new-contact'),
  contactFile: path('/practice/:practiceId/contact-file'),
  contact: path('/practice/:practiceId/contacts/:contactId'),
  people: path('/practice/:practiceId/people'),
  settings: path('/practice/:practiceId/settings'),
  practiceAccount: path('/practice/account'),
} as const;
