import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordsImport } from '../../../api/types.ts';
import { matchPath } from '../../../navigation/path.ts';
import { paths } from '../../../navigation/paths.ts';
import { useAddress } from '../../../navigation/useAddress.ts';
import { Signed } from '../../../session/Signed.tsx';
import { findViolations } from '../../../testing/accessibility.ts';
import { managerSession } from '../../../testing/people.ts';
import { serve } from '../../../testing/service.ts';
import { patience, settled } from '../../../testing/settled.ts';
import { click, find, findButton, show } from '../../../testing/show.tsx';
import { Part as ImportPage } from './ImportPage.tsx';

const begun: RecordsImport = {
  importId: 'i1',
  state: 'uploading',
  taken: 0,
  refused: 0,
  lines: 0,
  begunAt: '2026-11-27T15:00:00Z',
};

const done: RecordsImport = { ...begun, state: 'done', total: 12, taken: 10, refused: 2, lines: 3 };

function Page() {
  const address = useAddress();
  return (
    <Signed>
      <main>
        <ImportPage practiceId="p1" importId={matchPath(paths.import, address)?.importId} />
      </main>
    </Signed>
  );
}

async function choose(page: HTMLElement, file: File): Promise<void> {
  const chooser = await settled(() => find<HTMLInputElement>(page, 'input[type="file"]'));
  Object.defineProperty(chooser, 'files', { value: [file], configurable: true });
  await act(() => void chooser.dispatchEvent(new Event('change', { bubbles: true })));
}

const bundle = new File(['{"resourceType":"Bundle"}'], 'records.json', { type: 'application/json' });
const place = { import: begun, url: 'https://pages.example/store?sig=1', blockBytes: 10, expiresAt: begun.begunAt };

beforeEach(() => history.replaceState(null, '', '/practice/p1/new-import'));
afterEach(() => history.replaceState(null, '', '/'));

describe('ImportPage', patience, () => {
  it('FileChosen_IsSentInPartsReadAndReported', async () => {
    let blocks: unknown;
    const asked = serve({
      'GET /session': managerSession,
      'POST /practices/p1/imports': ({ body }) => {
        expect(body).toEqual({ size: 25 });
        return place;
      },
      'PUT /store': new Response(null, { status: 201 }),
      'POST /practices/p1/imports/i1/complete': ({ body }) => {
        blocks = body;
        return { ...begun, state: 'running' };
      },
      'GET /practices/p1/imports/i1': { ...done, refused: 0, taken: 12, lines: 0 },
    });
    const page = await show(<Page />);
    await settled(() => findButton(page, 'Choose a file'));
    expect(await findViolations(page)).toEqual([]);
    await choose(page, bundle);
    await settled(() => expect(page.textContent).toContain('Everything was taken as it was.'));
    expect(location.pathname).toBe('/practice/p1/imports/i1');
    expect(blocks).toEqual({ blocks: ['MDAwMDAwMDA=', 'MDAwMDAwMDE=', 'MDAwMDAwMDI='] });
    expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(3);
    expect(page.textContent).toContain('12 entries taken');
    expect(await findViolations(page)).toEqual([]);
  });

  it('Paused_StopsAfterThePartThatIsUnderWayAndGoesOn', async () => {
    const parts: (() => void)[] = [];
    serve({
      'GET /session': managerSession,
      'POST /practices/p1/imports': place,
      'PUT /store': () => new Promise((resolve) => parts.push(() => resolve(new Response(null, { status: 201 })))),
      'POST /practices/p1/imports/i1/complete': { ...begun, state: 'running' },
      'GET /practices/p1/imports/i1': { ...done, lines: 0 },
    });
    const page = await show(<Page />);
    await choose(page, bundle);
    await settled(() => expect(parts).toHaveLength(1));
    await click(findButton(page, 'Pause records.json'));
    parts[0]?.();
    await settled(() => findButton(page, 'Resume records.json'));
    expect(parts).toHaveLength(1);
    await click(findButton(page, 'Resume records.json'));
    await settled(() => expect(parts).toHaveLength(2));
    parts[1]?.();
    await settled(() => expect(parts).toHaveLength(3));
    parts[2]?.();
    await settled(() => expect(page.textContent).toContain('The file was read to its end'));
  });

  it('Cancelled_IsTheBeginningAgain', async () => {
    serve({
      'GET /session': managerSession,
      'POST /practices/p1/imports': place,
      'PUT /store': () => new Promise<Response>(() => undefined),
    });
    const page = await show(<Page />);
    await choose(page, bundle);
    await settled(() => expect(location.pathname).toBe('/practice/p1/imports/i1'));
    await click(findButton(page, 'Remove records.json'));
    await settled(() => findButton(page, 'Choose a file'));
    expect(location.pathname).toBe('/practice/p1/new-import');
  });

  it('EmptyFile_IsSaidBeforeAnythingIsSent', async () => {
    const asked = serve({ 'GET /session': managerSession });
    const page = await show(<Page />);
    await choose(page, new File([], 'empty.json'));
    expect(find(page, '[role="alert"]').textContent).toContain('This file is empty');
    expect(asked.map(({ line }) => line)).toEqual(['GET /session']);
  });

  it('Reloaded_FindsTheImportAgain', async () => {
    history.replaceState(null, '', '/practice/p1/imports/i1');
    serve({
      'GET /session': managerSession,
      'GET /practices/p1/imports/i1': { ...begun, state: 'running', total: 12, taken: 3 },
    });
    const page = await show(<Page />);
    const progress = await settled(() => find<HTMLProgressElement>(page, 'progress'));
    expect([progress.value, progress.max]).toEqual([3, 12]);
    expect(page.textContent).toContain('3 of 12 entries');
    expect(await findViolations(page)).toEqual([]);
  });

  it('ReloadedWhileTheFileWasOnItsWay_SaysToChooseItAgain', async () => {
    history.replaceState(null, '', '/practice/p1/imports/i1');
    serve({ 'GET /session': managerSession, 'GET /practices/p1/imports/i1': begun });
    const page = await show(<Page />);
    await settled(() => expect(page.textContent).toContain('Choose the file again.'));
  });

  it('Report_IsReadLineByLineAndPageByPage', async () => {
    history.replaceState(null, '', '/practice/p1/imports/i1');
    serve({
      'GET /session': managerSession,
      'GET /practices/p1/imports/i1': done,
      'GET /practices/p1/imports/i1/report': ({ query }) =>
        query.get('cursor') === null
          ? {
              lines: [
                { entry: 3, resource: 'Patient', taken: true, reason: 'phone-malformed', element: 'telecom' },
                { entry: 4, resource: 'Encounter', taken: false, reason: 'resource-not-understood' },
              ],
              cursor: 'next',
            }
          : { lines: [{ taken: false, reason: 'not-json', place: 812 }] },
    });
    const page = await show(<Page />);
    const lines = () => [...page.querySelectorAll('ol > li')].map((line) => line.textContent);
    await settled(() => expect(lines()).toHaveLength(2));
    expect(lines()).toEqual([
      'Entry 3PatientTaken, not wholeThe phone number is not possible, and was left out.About: telecom',
      'Entry 4EncounterNot takenResources of this type have no place here.',
    ]);
    expect(await findViolations(page)).toEqual([]);
    await click(findButton(page, 'Show more'));
    await settled(() => expect(lines()[2]).toContain('The whole file'));
    expect(lines()[2]).toBe(
      'The whole fileNot takenThe file is not JSON, or is damaged from here on. What came before it is kept.At byte 812 of the file',
    );
  });
});
