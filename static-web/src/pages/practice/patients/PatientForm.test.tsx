import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../api/types.ts';
import { Signed } from '../../../session/Signed.tsx';
import { findViolations } from '../../../testing/accessibility.ts';
import { managerSession } from '../../../testing/people.ts';
import { type Asked, problem, type Routes, serve } from '../../../testing/service.ts';
import { patience, settled } from '../../../testing/settled.ts';
import { click, find, findButton, show, type } from '../../../testing/show.tsx';
import { PatientForm } from './PatientForm.tsx';

const ana: Patient = {
  patientId: '1',
  firstName: 'Ana',
  lastName: 'Ruiz',
  code: 'R-1001',
  birthDate: '1958-04-23',
  mobile: '+12025550143',
  language: 'es',
  registered: true,
  etag: 'v1',
};

interface Shown {
  readonly page: HTMLElement;
  readonly saved: Patient[];
  readonly asked: readonly Asked[];
}

async function draw(routes: Routes, patient?: Patient): Promise<Shown> {
  const saved: Patient[] = [];
  const asked = serve({ 'GET /session': managerSession, ...routes });
  const page = await show(
    <Signed>
      <main>
        <h1>Patient</h1>
        <PatientForm practiceId="p1" {...(patient && { patient })} onSaved={(one) => saved.push(one)} />
      </main>
    </Signed>,
  );
  await settled(() => find(page, 'form'));
  return { page, saved, asked };
}

const problems = (page: HTMLElement) => [...page.querySelectorAll('.error-summary a')].map((one) => one.textContent);

describe('PatientForm', patience, () => {
  it('Added_SendsOnlyWhatWasTyped', async () => {
    const sent: unknown[] = [];
    const { page, saved } = await draw({
      'POST /practices/p1/patients': ({ body }) => {
        sent.push(body);
        return ana;
      },
    });
    expect(await findViolations(page)).toEqual([]);
    await type(find(page, '#patient-firstName'), 'Ana');
    await type(find(page, '#patient-lastName'), 'Ruiz');
    await type(find(page, '#patient-born-day'), '23');
    await type(find(page, '#patient-born-month'), '4');
    await type(find(page, '#patient-born-year'), '1958');
    await click(findButton(page, 'Save'));
    await settled(() => expect(saved).toEqual([ana]));
    expect(sent).toEqual([{ firstName: 'Ana', lastName: 'Ruiz', birthDate: '1958-04-23' }]);
  });

  it('Impossible_IsSaidBeforeAnythingIsSentAndLeadsToTheField', async () => {
    const { page, asked } = await draw({});
    await type(find(page, '#patient-firstName'), 'Ana');
    await type(find(page, '#patient-born-day'), '31');
    await type(find(page, '#patient-born-month'), '2');
    await type(find(page, '#patient-born-year'), '1958');
    await click(findButton(page, 'Save'));
    expect(problems(page)).toEqual(['Enter the last name', 'Enter a date that exists, with day, month and year']);
    await click(findButton(page, 'Enter a date that exists, with day, month and year'));
    expect(document.activeElement?.id).toBe('patient-born-day');
    expect(asked.map(({ line }) => line)).toEqual(['GET /session']);
    expect(await findViolations(page)).toEqual([]);
  });

  it('RefusedByTheService_IsSaidBesideItsFields', async () => {
    const { page } = await draw(
      {
        'PUT /practices/p1/patients/1': problem(400, 'invalid-form', {
          errors: { mobile: ['phone-malformed'], birthDate: ['date-in-future'] },
        }),
      },
      ana,
    );
    await type(find(page, '#patient-mobile'), '12');
    await click(findButton(page, 'Save'));
    await settled(() =>
      expect(problems(page)).toEqual([
        'Enter a whole phone number, with the area code',
        'The birth date cannot be in the future',
      ]),
    );
    expect(find<HTMLInputElement>(page, '#patient-mobile').value).toBe('12');
  });

  it('ChangedMeanwhile_KeepsWhatWasTypedShowsTheirsAndSavesOverThem', async () => {
    const versions: (string | null)[] = [];
    const { page, saved } = await draw(
      {
        'GET /practices/p1/patients/1': { ...ana, lastName: 'Ruiz Soto', etag: 'v2' },
        'PUT /practices/p1/patients/1': ({ headers }) => {
          versions.push(headers.get('If-Match'));
          return versions.length === 1 ? problem(412, 'changed-meanwhile') : { ...ana, lastName: 'Ruiz Mora' };
        },
      },
      ana,
    );
    await type(find(page, '#patient-lastName'), 'Ruiz Mora');
    await click(findButton(page, 'Save'));
    await settled(() => expect(find(page, '.facts').textContent).toBe('Last nameRuiz Soto'));
    expect(document.activeElement).toBe(find(page, '.changed'));
    expect(find<HTMLInputElement>(page, '#patient-lastName').value).toBe('Ruiz Mora');
    expect(await findViolations(page)).toEqual([]);
    await click(findButton(page, 'Save'));
    await settled(() => expect(saved).toHaveLength(1));
    expect(versions).toEqual(['v1', 'v2']);
  });

  it('ChangedMeanwhile_TheirsCanBeTaken', async () => {
    const { page } = await draw(
      {
        'GET /practices/p1/patients/1': { ...ana, firstName: 'Anna', etag: 'v2' },
        'PUT /practices/p1/patients/1': problem(412, 'changed-meanwhile'),
      },
      ana,
    );
    await type(find(page, '#patient-firstName'), 'Anita');
    await click(findButton(page, 'Save'));
    await settled(() => findButton(page, 'Take theirs'));
    await click(findButton(page, 'Take theirs'));
    expect(find<HTMLInputElement>(page, '#patient-firstName').value).toBe('Anna');
    expect(page.querySelector('.facts')).toBeNull();
  });
});
