import { afterEach, describe, expect, it, vi } from 'vitest';
import { languages } from '../../../i18n/languages.ts';
import { paths } from '../../../navigation/paths.ts';
import { findViolations } from '../../../testing/accessibility.ts';
import { at, collaborationId, open, patientId, service, shown, summary } from '../../../testing/collaborations.tsx';
import { practiceId } from '../../../testing/people.ts';
import { serve } from '../../../testing/service.ts';
import { click, find, findButton } from '../../../testing/show.tsx';

// The parts that load later are compiled when they are first shown.
vi.setConfig({ testTimeout: 30_000 });

const caseId = 'f'.repeat(32);

const theCase = {
  caseId,
  title: 'Crown',
  status: 'open',
  patient: summary.patient,
  members: [],
  createdAt: '2026-11-27T10:00:00Z',
  doctorTalkId: '9'.repeat(32),
  doctorTalkUnread: 0,
  patientTalkUnread: 0,
  attachments: 0,
  mine: true,
};

const around = {
  ...service,
  [`GET ${at}/cases`]: () => ({ cases: [] }),
  [`GET ${at}/cases/${caseId}`]: () => theCase,
  [`GET ${at}/patients`]: () => ({ patients: [] }),
  [`GET ${at}/patients/${patientId}`]: () => ({
    patientId,
    firstName: 'Rosa',
    lastName: 'Delgado',
    code: 'R-1001',
    language: 'es',
    registered: false,
    etag: 'v1',
  }),
  [`GET ${at}/patients/${patientId}/records`]: () => ({
    allergies: [],
    conditions: [],
    medicationRequests: [],
    medicationStatements: [],
    observations: [],
    immunizations: [],
    procedures: [],
    coverages: [],
    documents: [],
  }),
};

const several = (count: number, more: object = {}) => ({
  collaborations: Array.from({ length: count }, (_, index) => ({
    ...summary,
    collaborationId: String(index).padStart(32, '0'),
    number: 20 - index,
    collaborators: ['Petra Falk', 'Jan Novak'],
    lastAt: summary.startedAt,
    unread: index === 0 ? 2 : 0,
  })),
  ...more,
});

const none = { [`GET ${at}/collaborations`]: () => ({ collaborations: [] }) };
const links = (page: Element) => page.querySelectorAll(`main a[href^="${paths.collaborations.to({ practiceId })}/"]`);

afterEach(() => history.replaceState(null, '', '/'));

describe('CasePage', () => {
  const tab = paths.casePart.to({ practiceId, caseId, part: 'collaborations' });

  it.each(languages)('Tab in %s_HasNoViolation', async (language) => {
    serve(around);
    const page = await open(tab, language);
    await shown(page, 'Petra Falk');
    expect(await findViolations(page)).toEqual([]);
  });

  it('Tab_ListsThoseOfThisCaseAndCountsWhatIsNew', async () => {
    const asked = serve({ ...around, [`GET ${at}/collaborations`]: () => several(3) });
    const page = await open(tab);
    await shown(page, 'Collaboration 20');
    await shown(page, 'Petra Falk, Jan Novak');
    expect(find(page, '[role=tab][aria-selected=true]').textContent).toContain('Collaborations2');
    expect(links(page)).toHaveLength(3);
    expect(asked.filter(({ path }) => path === `${at}/collaborations`).map(({ query }) => query.get('case'))).toEqual([
      caseId,
    ]);
  });

  it('None_OffersToStartOneFromThisCase', async () => {
    serve({ ...around, ...none });
    const page = await open(tab);
    await shown(page, 'No collaborations yet');
    expect(await findViolations(page)).toEqual([]);
    const starts = [...page.querySelectorAll('main .empty a')].map((one) => one.getAttribute('href'));
    expect(starts).toEqual([paths.startFromCase.to({ practiceId, patientId, caseId })]);
  });

  it('NotOneOfItsMembers_IsNotOfferedToStart', async () => {
    serve({ ...around, ...none, [`GET ${at}/cases/${caseId}`]: () => ({ ...theCase, mine: false }) });
    const page = await open(tab);
    await shown(page, 'No collaborations yet');
    expect(page.textContent).not.toContain('Start Collaboration');
  });
});

describe('PatientPage', () => {
  const address = paths.patient.to({ practiceId, patientId });

  it('Section_ListsThoseOfThisPatient', async () => {
    const asked = serve(around);
    const page = await open(address);
    await shown(page, 'Collaboration 12');
    expect(links(page)[0]?.getAttribute('href')).toBe(paths.collaboration.to({ practiceId, collaborationId }));
    expect(asked.find(({ path }) => path === `${at}/collaborations`)?.query.get('patient')).toBe(patientId);
    expect(await findViolations(page)).toEqual([]);
  });

  it('Many_AreFoldedAndThenReadOn', async () => {
    serve({
      ...around,
      [`GET ${at}/collaborations`]: ({ query }) =>
        query.get('cursor') === null
          ? several(7, { cursor: 'on' })
          : { collaborations: several(8).collaborations.slice(7) },
    });
    const page = await open(address);
    await shown(page, 'Collaboration 20');
    expect(links(page)).toHaveLength(5);
    await click(findButton(page, 'Show more'));
    expect(links(page)).toHaveLength(7);
    await click(findButton(page, 'Show more'));
    await expect.poll(() => links(page)).toHaveLength(8);
  });

  it('None_OffersToStartOne', async () => {
    serve({ ...around, ...none });
    const page = await open(address);
    await shown(page, 'No collaborations yet');
    const starts = [...page.querySelectorAll('.empty a')].map((one) => one.getAttribute('href'));
    expect(starts).toContain(paths.startCollaboration.to({ practiceId, patientId }));
  });
});
