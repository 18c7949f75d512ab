import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Patient, Records } from '../../../api/types.ts';
import { navigate } from '../../../navigation/useAddress.ts';
import { findViolations } from '../../../testing/accessibility.ts';
import { managerSession } from '../../../testing/people.ts';
import { type Asked, problem, serve } from '../../../testing/service.ts';
import { patience, settled } from '../../../testing/settled.ts';
import { click, find, findButton, show, type } from '../../../testing/show.tsx';
import { PracticePages } from '../PracticePages.tsx';

const ana: Patient = {
  patientId: '1',
  firstName: 'Ana María de los Ángeles',
  lastName: 'Featherstonehaugh-Cholmondeley',
  code: 'R-1001',
  birthDate: '1958-04-23',
  mobile: '+12025550143',
  language: 'es',
  registered: true,
  etag: 'v1',
};

const summary = { patientId: '1', name: 'Ana Ruiz', code: 'R-1001', birthDate: '1958-04-23' };

const nothing: Records = {
  allergies: [],
  conditions: [],
  medicationRequests: [],
  medicationStatements: [],
  observations: [],
  immunizations: [],
  procedures: [],
  coverages: [],
  documents: [],
};

const concept = (text: string) => ({ text, codings: [] });

const allergies = [
  {
    recordId: 'r1',
    record: { source: { identifiers: [] }, categories: [], code: concept('Latex'), reactions: [], notes: [] },
  },
];

const observations = Array.from({ length: 8 }, (_, index) => ({
  recordId: `o${index}`,
  record: {
    source: { identifiers: [] },
    status: 'final',
    categories: [],
    code: concept(`Result ${index}`),
    interpretations: [],
    ranges: [],
    components: [],
    notes: [],
  },
}));

const routes = {
  'GET /session': managerSession,
  'GET /practices/p1/patients': { patients: [summary] },
  'GET /practices/p1/patients/1': ana,
  'GET /practices/p1/patients/1/records': { ...nothing, allergies },
  'GET /practices/p1/cases': { cases: [] },
  'GET /practices/p1/collaborations': { collaborations: [] },
};

const sectionNamed = (page: HTMLElement, title: string) => {
  const heading = [...page.querySelectorAll('.section h2')].find((one) => one.textContent === title);
  return heading?.closest('section')?.textContent?.replace(title, '');
};

const heading = (page: HTMLElement, text: string) => settled(() => expect(find(page, 'h1').textContent).toBe(text));

beforeEach(() => history.replaceState(null, '', '/practice/p1/patients'));
afterEach(() => history.replaceState(null, '', '/'));

describe('Directory', patience, () => {
  it('Opened_OffersThoseOpenedLastAndWhatToDo', async () => {
    serve(routes);
    const page = await show(<PracticePages />);
    await settled(() => expect(find(page, 'a.list-entry').getAttribute('href')).toBe('/practice/p1/patients/1'));
    expect(findButton(page, 'Patients').getAttribute('aria-current')).toBe('page');
    expect(findButton(page, 'New Patient').getAttribute('href')).toBe('/practice/p1/new-patient');
    expect(page.textContent).toContain('Choose a patient');
    expect(await findViolations(page)).toEqual([]);
  });

  it('Nobody_SaysSo', async () => {
    serve({ ...routes, 'GET /practices/p1/patients': { patients: [] } });
    const page = await show(<PracticePages />);
    await settled(() => expect(find(page, '.list-empty').textContent).toContain('No patients opened yet'));
    await type(find(page, '.directory-search input'), 'zz');
    await settled(() => expect(find(page, '.list-empty').textContent).toContain('No patient found'));
    expect(await findViolations(page)).toEqual([]);
  });

  it('NoManager_IsOfferedNoImport', async () => {
    const [member] = managerSession.affiliations;
    serve({ ...routes, 'GET /session': { ...managerSession, affiliations: [{ ...member, manager: false }] } });
    const page = await show(<PracticePages />);
    await settled(() => findButton(page, 'New Patient'));
    expect(page.textContent).not.toContain('Import records');
  });
});

describe('PatientPage', patience, () => {
  beforeEach(() => history.replaceState(null, '', '/practice/p1/patients/1'));

  it('Opened_StandsInTheBarAndInTheList', async () => {
    serve(routes);
    const page = await show(<PracticePages />);
    await heading(page, 'Ana María de los Ángeles Featherstonehaugh-Cholmondeley');
    const bar = find(page, 'section[aria-label="Chosen patient"]');
    expect(bar.textContent).toMatch(/^Ana María .*April 23, 1958 \(\d+ years\)NumberR-1001Phone\+12025550143$/u);
    // The list was read before somebody was renamed; it names them as they are.
    await settled(() => expect(find(page, 'a.list-entry').textContent).toContain('Featherstonehaugh'));
    await settled(() => expect(sectionNamed(page, 'Allergies')).toBe('1 entryLatex'));
    expect(sectionNamed(page, 'Problems')).toBe('Nothing is recorded.');
    expect(await findViolations(page)).toEqual([]);
  });

  it('MoreRecordsThanAPage_AreReadToTheEndBeforeAnythingIsSaidToBeAbsent', async () => {
    let second: ((records: object) => void) | undefined;
    serve({
      ...routes,
      'GET /practices/p1/patients/1/records': ({ query }: Asked) =>
        query.get('cursor') === null
          ? { ...nothing, allergies, cursor: 'next' }
          : new Promise<object>((resolve) => {
              second = resolve;
            }),
    });
    const page = await show(<PracticePages />);
    await settled(() => expect(second).toBeDefined());
    await settled(() => expect(sectionNamed(page, 'Allergies')).toContain('Latex'));
    expect(sectionNamed(page, 'Results')).toBe('Loading');
    second?.({ ...nothing, observations });
    await settled(() => expect(sectionNamed(page, 'Results')).toContain('8 entriesResult 0'));
    expect(sectionNamed(page, 'Results')).not.toContain('Result 7');
    await click(findButton(page, 'Results: show the other 2'));
    expect(sectionNamed(page, 'Results')).toContain('Result 7');
  });

  it('RecordsFail_SaysThatSomethingMayBeMissingAndGoesOn', async () => {
    let reachable = false;
    serve({
      ...routes,
      'GET /practices/p1/patients/1/records': () =>
        reachable ? { ...nothing, allergies } : problem(503, 'unavailable'),
    });
    const page = await show(<PracticePages />);
    await settled(() => expect(page.textContent).toContain('Not all records could be read.'));
    expect(page.textContent).not.toContain('Nothing is recorded.');
    reachable = true;
    await click(findButton(page, 'Try again'));
    await settled(() => expect(sectionNamed(page, 'Allergies')).toContain('Latex'));
    expect(page.textContent).not.toContain('Not all records could be read.');
  });

  it('Export_IsWaitedForAndOffered', async () => {
    const asked = serve({
      ...routes,
      'POST /practices/p1/patients/1/exports': { exportId: 'e1', state: 'running' },
      'GET /practices/p1/exports/e1': { exportId: 'e1', state: 'ready', url: 'https://store.example/e1' },
    });
    const page = await show(<PracticePages />);
    const button = await settled(() => findButton(page, 'Export as FHIR'));
    // The wait between two looks is passed over, not waited for.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await click(button);
      await settled(() => expect(page.textContent).toContain('The file is being made.'));
      await vi.waitFor(async () => {
        await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
        findButton(page, 'Save the file');
      }, patience);
    } finally {
      vi.useRealTimers();
    }
    expect(page.textContent).toContain('The file is ready.');
    expect(asked.map(({ line }) => line).filter((line) => line.includes('exports'))).toEqual([
      'POST /practices/p1/patients/1/exports',
      'GET /practices/p1/exports/e1',
    ]);
  });

  it('DocumentsWithoutAFile_StandInTheRecordAndTheOthersInTheLibrary', async () => {
    const file = {
      fileId: 'f1',
      name: 'jaw.png',
      kind: 'image',
      contentType: 'image/png',
      size: 1200,
      state: 'ready',
      shared: false,
      canShare: false,
    };
    const record = { source: { identifiers: [] }, status: 'current', library: 'images', categories: [], files: [] };
    const documents = [
      { recordId: 'd1', record: { ...record, description: 'Panoramic picture' }, files: [file] },
      { recordId: 'd2', record: { ...record, description: 'Letter on paper' }, files: [] },
    ];
    serve({ ...routes, 'GET /practices/p1/patients/1/records': { ...nothing, documents } });
    const page = await show(<PracticePages />);
    await settled(() => expect(sectionNamed(page, 'Documents without a file')).toContain('Letter on paper'));
    expect(page.textContent).not.toContain('Panoramic picture');
  });

  it('ExportFails_SaysSo', async () => {
    serve({ ...routes, 'POST /practices/p1/patients/1/exports': { exportId: 'e1', state: 'failed' } });
    const page = await show(<PracticePages />);
    await click(await settled(() => findButton(page, 'Export as FHIR')));
    await settled(() => expect(find(page, '[role="alert"]').textContent).toContain('The file could not be made.'));
  });

  it('NotThere_SaysSoUnderAHeading', async () => {
    serve({ ...routes, 'GET /practices/p1/patients/1': problem(404, 'not-found') });
    const page = await show(<PracticePages />);
    await settled(() => expect(find(page, '[role="alert"]').textContent).toContain('This is not here'));
    expect(find(page, 'h1').textContent).toBe('Patients');
  });

  it('NewCase_IsForThePatientOfThePage', async () => {
    const opened: unknown[] = [];
    serve({
      ...routes,
      'POST /practices/p1/cases': ({ body }: Asked) => {
        opened.push(body);
        return problem(503, 'unavailable');
      },
    });
    const page = await show(<PracticePages />);
    await settled(() => findButton(page, 'New case'));
    await act(() => navigate('/practice/p1/patients/1/new-case'));
    await type(await settled(() => find(page, '#case-title')), 'Crown');
    expect(find(page, 'section[aria-label="Chosen patient"]').textContent).toContain('R-1001');
    await click(findButton(page, 'Open the case'));
    await settled(() => expect(opened).toEqual([{ patientId: '1', title: 'Crown' }]));
    expect(await findViolations(page)).toEqual([]);
  });
});
