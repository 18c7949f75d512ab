import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { managerSession } from '../../testing/people.ts';
import { serve } from '../../testing/service.ts';
import { patience, settled } from '../../testing/settled.ts';
import { click, find, findButton, show } from '../../testing/show.tsx';
import { PracticePages } from './PracticePages.tsx';

const opened = {
  caseId: 'c1',
  title: 'Crown',
  status: 'open',
  patient: { patientId: '1', name: 'Ana Ruiz', code: 'R-1' },
  members: [{ memberId: 'm1', name: 'Mia Chen', role: 'doctor' }],
  mine: true,
  doctorTalkId: 't1',
  doctorTalkUnread: 0,
  patientTalkUnread: 0,
};

const routes = {
  'GET /session': managerSession,
  'GET /practices/p1/cases': { cases: [] },
  'GET /practices/p1/collaborations': { collaborations: [] },
  'GET /practices/p1/cases/c1': opened,
  'GET /practices/p1/patients/1': {
    patientId: '1',
    firstName: 'Ana',
    lastName: 'Ruiz',
    code: 'R-1',
    language: 'en',
    registered: false,
    etag: 'v',
  },
  'GET /practices/p1/members': { members: [] },
};

afterEach(() => history.replaceState(null, '', '/'));

describe('PracticePages', patience, () => {
  it('MemberWhomOthersAsked_FindsWhatWasShared', async () => {
    history.replaceState(null, '', '/practice/p1/cases');
    const collaborator = {
      kind: 'collaborator' as const,
      practiceId: 'p2',
      practiceName: 'City Surgery',
      contactId: 'k1',
      manager: false,
      caseManager: false,
    };
    const affiliations = [...managerSession.affiliations, collaborator];
    serve({ ...routes, 'GET /session': { ...managerSession, affiliations } });
    const page = await show(<PracticePages />);
    const link = await settled(() => findButton(page, 'Shared with me'));
    expect(link.getAttribute('href')).toBe('/collaborations');
  });

  it('PatientAtThePracticesAddress_FindsTheWayToTheInbox', async () => {
    history.replaceState(null, '', '/practice');
    const patient = {
      kind: 'patient' as const,
      practiceId: 'p1',
      practiceName: 'Harbor Dental',
      patientId: '1',
      manager: false,
      caseManager: false,
    };
    serve({ ...routes, 'GET /session': { ...managerSession, affiliations: [patient] } });
    const page = await show(<PracticePages />);
    const own = await settled(() => findButton(page, 'Go to my own pages'));
    expect(own.getAttribute('href')).toBe('/inbox');
    expect(find(page, '.brand').getAttribute('href')).toBe('/');
  });

  it('NameOfTheService_LeadsToWhereWhoeverIsSignedInBegins', async () => {
    history.replaceState(null, '', '/practice/p1/cases');
    serve(routes);
    const page = await show(<PracticePages />);
    const start = await settled(() => findButton(page, 'Collaborations, start page'));
    expect(start.getAttribute('href')).toBe('/practice');
  });

  it('MemberWhomNobodyAsked_IsNotOfferedIt', async () => {
    history.replaceState(null, '', '/practice/p1/cases');
    serve(routes);
    const page = await show(<PracticePages />);
    await settled(() => findButton(page, 'Collaborations'));
    expect(page.textContent).not.toContain('Shared with me');
  });
});

describe('Cases', patience, () => {
  it('NothingAmongTheNewestPages_IsNotSaidToBeNone', async () => {
    history.replaceState(null, '', '/practice/p1/cases');
    serve({ ...routes, 'GET /practices/p1/cases': { cases: [], cursor: 'on' } });
    const page = await show(<PracticePages />);
    await settled(() => findButton(page, 'Show more'));
    expect(page.textContent).toContain('Nothing among the newest.');
    expect(page.textContent).not.toContain('No cases here');
  });
});

describe('Case', patience, () => {
  it('Attachments_AreListedWithoutFetchingAny', async () => {
    history.replaceState(null, '', '/practice/p1/cases/c1/attachments');
    const file = {
      fileId: 'f1',
      name: 'jaw.png',
      kind: 'image',
      contentType: 'image/png',
      size: 1200,
      state: 'ready',
      shared: true,
      canShare: false,
    };
    const attachment = { file, uploader: 'Mia Chen', at: '2026-11-27T15:00:00Z', fromPatient: false };
    const asked = serve({ ...routes, 'GET /practices/p1/cases/c1/attachments': { attachments: [attachment] } });
    const page = await show(<PracticePages />);
    await settled(() => findButton(page, 'View jaw.png'));
    expect(page.querySelector('img')).toBeNull();
    expect(asked.filter(({ path }) => path.startsWith('/files'))).toEqual([]);
  });

  it('Export_IsMadeOfTheCase', async () => {
    history.replaceState(null, '', '/practice/p1/cases/c1');
    const asked = serve({
      ...routes,
      'POST /practices/p1/cases/c1/exports': { exportId: 'e1', state: 'running' },
      'GET /practices/p1/exports/e1': { exportId: 'e1', state: 'ready', url: 'https://store.example/e1' },
    });
    const page = await show(<PracticePages />);
    const button = await settled(() => findButton(page, 'Export as FHIR'));
    // The wait between two looks is passed over, not waited for.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await click(button);
      await vi.waitFor(async () => {
        await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
        findButton(page, 'Save the file');
      }, patience);
    } finally {
      vi.useRealTimers();
    }
    expect(asked.map(({ line }) => line).filter((line) => line.includes('export'))).toEqual([
      'POST /practices/p1/cases/c1/exports',
      'GET /practices/p1/exports/e1',
    ]);
  });

  it('InvitePatientAtTheTop_OpensTheForm', async () => {
    history.replaceState(null, '', '/practice/p1/cases/c1');
    const patient = routes['GET /practices/p1/patients/1'];
    serve({ ...routes, 'GET /practices/p1/cases/c1/patient-talk': { state: 'notInvited', patient } });
    const page = await show(<PracticePages />);
    await click(await settled(() => findButton(page, 'Invite Patient')));
    await settled(() => expect(page.querySelector('#invite-confirm')).not.toBeNull());
    expect(location.pathname).toBe('/practice/p1/cases/c1/patient-talk');
  });
});

describe('New case', patience, () => {
  it('NobodyInSight_LeadsToTheSearch', async () => {
    history.replaceState(null, '', '/practice/p1/new-case');
    serve({ ...routes, 'GET /practices/p1/patients': { patients: [] } });
    const page = await show(<PracticePages />);
    await click(await settled(() => findButton(page, 'Open the case')));
    await click(await settled(() => findButton(page, 'Choose the patient')));
    expect(document.activeElement?.id).toBe('case-search');
  });
});
