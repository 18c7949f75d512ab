import { expect } from 'vitest';
import type { Collaboration } from '../api/types.ts';
import type { languages } from '../i18n/languages.ts';
import { PracticePages } from '../pages/practice/PracticePages.tsx';
import { practiceId } from './people.ts';
import { show } from './show.tsx';

/** A collaboration about Rosa Delgado, shared with Petra Falk, as its starter sees it inside the window; and a service that has it. */
export const [collaborationId, patientId, contactId, threadId] = ['a', 'b', 'c', 'd'].map((one) => one.repeat(32)) as [
  string,
  string,
  string,
  string,
];
export const at = `/practices/${practiceId}`;
export const patient = { patientId, name: 'Rosa Delgado', code: 'R-1001' };

/** One colleague. */
export const petra = {
  contactId,
  firstName: 'Petra',
  lastName: 'Falk',
  code: 'FALKP',
  type: 'specialist',
  email: 'petra@falk.example',
  archived: false,
  changedAt: '2026-11-27T10:00:00Z',
  sameEmail: [],
};

export const opened: Collaboration = {
  collaborationId,
  number: 12,
  state: 'openForEdits',
  patient,
  starter: 'Ben Lindqvist',
  mine: true,
  email: { subject: 'A message waits', text: 'Dear {name}' },
  message: 'Please look at the lower left.',
  version: 3,
  startedAt: '2026-11-27T10:00:00Z',
  locksAt: '2099-11-27T10:03:00Z',
  canEdit: true,
  collaborators: [
    { contactId, name: 'Petra Falk', email: 'petra@falk.example', state: 'delivered', addedAt: '2026-11-27T10:00:00Z' },
  ],
  attachments: [],
  threadId,
  unread: 0,
};

const templates = [
  { language: 'en', ...opened.email },
  { language: 'es', subject: 'Un mensaje espera', text: 'Hola, {name}' },
];

const { startedAt, starter, mine, number, state } = opened;
export const summary = { collaborationId, number, state, patient, starter, mine, startedAt };

const thread = { threadId, kind: 'collaboration', subject: '12', messages: [], more: false, closed: false };

export const service = {
  [`GET ${at}/collaborations`]: () => ({
    collaborations: [{ ...summary, collaborators: ['Petra Falk'], lastAt: startedAt, unread: 1 }],
  }),
  [`GET ${at}/collaborations/${collaborationId}`]: () => opened,
  [`GET ${at}/collaboration-defaults`]: () => ({
    language: 'en',
    emails: templates,
    standardEmails: templates,
    patientInfo: ['allergies', 'medications'],
    fields: ['name'],
  }),
  [`GET ${at}/patients/${patientId}`]: () => ({ ...patient, firstName: 'Rosa', lastName: 'Delgado' }),
  [`GET ${at}/patients/${patientId}/documents`]: () => ({ documents: [] }),
  [`GET ${at}/contacts`]: () => ({ contacts: [petra], types: [] }),
  [`GET /threads/${threadId}`]: () => thread,
};

export async function open(address: string, language: (typeof languages)[number] = 'en'): Promise<HTMLElement> {
  history.replaceState(null, '', address);
  return show(<PracticePages />, { language, locale: language });
}

export const shown = (page: Element, text: string) =>
  expect.poll(() => page.textContent, { timeout: 15_000 }).toContain(text);
