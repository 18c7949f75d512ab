import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PatientSummary } from '../../../api/types.ts';
import { Signed } from '../../../session/Signed.tsx';
import { findViolations } from '../../../testing/accessibility.ts';
import { managerSession } from '../../../testing/people.ts';
import { type Asked, problem, serve } from '../../../testing/service.ts';
import { patience, settled } from '../../../testing/settled.ts';
import { click, find, findButton, press, show, type } from '../../../testing/show.tsx';
import { PatientSearch } from './PatientSearch.tsx';

const patient = (patientId: string, name: string): PatientSummary => ({
  patientId,
  name,
  code: `R-${patientId}`,
  birthDate: '1958-04-23',
});

const people = [patient('1', 'Ana Ruiz'), patient('2', 'Anabel Torres'), patient('3', 'Omar Haddad')];

/** By what is asked for; without a question those opened last. */
let answer: (query: string | null) => object;

async function draw(): Promise<{ page: HTMLElement; box: HTMLInputElement; asked: readonly Asked[] }> {
  const asked = serve({
    'GET /session': managerSession,
    'GET /practices/p1/patients': ({ query }) => answer(query.get('q')),
  });
  const page = await show(
    <Signed>
      <main>
        <h1>Cases</h1>
        <PatientSearch practiceId="p1" />
      </main>
    </Signed>,
  );
  const box = await settled(() => find<HTMLInputElement>(page, '[role="combobox"]'));
  // What listens to the shortcut does so after the drawing.
  await act(async () => undefined);
  return { page, box, asked };
}

const names = (page: HTMLElement) => [...page.querySelectorAll('[role="option"] strong')].map((one) => one.textContent);

async function shows(page: HTMLElement, expected: readonly string[]): Promise<void> {
  await settled(() => expect(names(page)).toEqual(expected));
}

const active = (page: HTMLElement, box: HTMLElement) =>
  page.querySelector(`[id="${box.getAttribute('aria-activedescendant')}"] strong`)?.textContent;

beforeEach(() => {
  history.replaceState(null, '', '/practice/p1/cases');
  answer = (query) => ({
    patients:
      query === null
        ? people.slice(2)
        : people.filter(({ name }) => name.toLowerCase().startsWith(query.toLowerCase())),
  });
});

afterEach(() => history.replaceState(null, '', '/'));

describe('PatientSearch', patience, () => {
  it('NotOpened_AsksNothing', async () => {
    const { page, box, asked } = await draw();
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(names(page)).toEqual([]);
    expect(asked.map(({ line }) => line)).toEqual(['GET /session']);
  });

  it('Shortcut_GoesThereAndOffersThoseOpenedLast', async () => {
    const { page, box } = await draw();
    const event = await press(document.body, 'k', { ctrlKey: true });
    expect(event.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(box);
    await shows(page, ['Omar Haddad']);
    expect(find(page, '[role="listbox"]').getAttribute('aria-label')).toBe('Opened last');
    expect(await findViolations(page)).toEqual([]);
  });

  it('Typed_IsFoundSaidAndDrawn', async () => {
    const { page, box } = await draw();
    await act(() => box.focus());
    await type(box, 'ana');
    await shows(page, ['Ana Ruiz', 'Anabel Torres']);
    expect(find(page, '[role="status"]').textContent).toBe('2 patients');
    expect(find(page, '[role="option"]').textContent).toBe('Ana RuizApril 23, 1958R-1');
    expect(await findViolations(page)).toEqual([]);
  });

  it('TypingGoesOn_AsksOnlyForTheLastAndDropsTheEarlierAnswer', async () => {
    const late: (() => void)[] = [];
    answer = (query) =>
      query === 'a'
        ? new Promise((resolve) => late.push(() => resolve({ patients: [people[2]] })))
        : { patients: query === null ? [] : people.slice(0, 2) };
    const { page, box, asked } = await draw();
    await act(() => box.focus());
    await type(box, 'a');
    await settled(() => expect(late).toHaveLength(1));
    await type(box, 'an');
    await type(box, 'ana');
    await shows(page, ['Ana Ruiz', 'Anabel Torres']);
    late[0]?.();
    await act(async () => undefined);
    expect(names(page)).toEqual(['Ana Ruiz', 'Anabel Torres']);
    expect(asked.map(({ line }) => line).filter((line) => line.includes('q='))).toEqual([
      'GET /practices/p1/patients?q=a',
      'GET /practices/p1/patients?q=ana',
    ]);
  });

  it('ArrowsAndEnter_OpenThePatient', async () => {
    const { page, box } = await draw();
    await act(() => box.focus());
    await type(box, 'ana');
    await shows(page, ['Ana Ruiz', 'Anabel Torres']);
    await press(box, 'ArrowDown');
    expect(active(page, box)).toBe('Ana Ruiz');
    await press(box, 'ArrowUp');
    expect(active(page, box)).toBe('Anabel Torres');
    await press(box, 'ArrowDown');
    await press(box, 'ArrowDown');
    expect(active(page, box)).toBe('Anabel Torres');
    await press(box, 'Enter');
    expect(location.pathname).toBe('/practice/p1/patients/2');
    expect(box.value).toBe('');
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  it('EnterWithoutAChoice_OpensOnlyWhoIsFoundAlone', async () => {
    const { page, box } = await draw();
    await act(() => box.focus());
    await type(box, 'ana');
    await shows(page, ['Ana Ruiz', 'Anabel Torres']);
    await press(box, 'Enter');
    expect(location.pathname).toBe('/practice/p1/cases');
    await type(box, 'ana r');
    // Those of the question before are still there, and none of them is who was meant.
    await press(box, 'Enter');
    expect(location.pathname).toBe('/practice/p1/cases');
    await shows(page, ['Ana Ruiz']);
    await press(box, 'Enter');
    expect(location.pathname).toBe('/practice/p1/patients/1');
  });

  it('OtherResultsCome_NobodyElseIsChosen', async () => {
    const { page, box } = await draw();
    await act(() => box.focus());
    await type(box, 'ana');
    await shows(page, ['Ana Ruiz', 'Anabel Torres']);
    await press(box, 'ArrowDown');
    await type(box, 'o');
    await shows(page, ['Omar Haddad']);
    expect(box.getAttribute('aria-activedescendant')).toBeNull();
  });

  it('Escape_ClosesAndThenEmpties', async () => {
    const { box } = await draw();
    await act(() => box.focus());
    await type(box, 'ana');
    await press(box, 'Escape');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(box.value).toBe('ana');
    await press(box, 'Escape');
    expect(box.value).toBe('');
  });

  it('FocusLeaves_Closes', async () => {
    const { page, box } = await draw();
    await act(() => box.focus());
    await shows(page, ['Omar Haddad']);
    await act(() => box.blur());
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  it('Nobody_SaysWhatToDo', async () => {
    const { page, box } = await draw();
    await act(() => box.focus());
    await type(box, 'zz');
    await settled(() => expect(findButton(page, 'New Patient').getAttribute('href')).toBe('/practice/p1/new-patient'));
    expect(find(page, '[role="status"]').textContent).toBe('No patient found');
    expect(await findViolations(page)).toEqual([]);
  });

  it('Failed_SaysSoAndTriesAgain', async () => {
    answer = () => problem(503, 'unavailable');
    const { page, box } = await draw();
    await act(() => box.focus());
    const again = await settled(() => findButton(page, 'Try again'));
    expect(find(page, '[role="alert"]').textContent).toContain('Something went wrong on our side');
    answer = () => ({ patients: people });
    await click(again);
    await shows(page, ['Ana Ruiz', 'Anabel Torres', 'Omar Haddad']);
  });

  it('Pointer_ChoosesWithoutLosingTheField', async () => {
    const { page, box } = await draw();
    await act(() => box.focus());
    await shows(page, ['Omar Haddad']);
    await click(find(page, '[role="option"]'));
    expect(location.pathname).toBe('/practice/p1/patients/3');
  });
});
