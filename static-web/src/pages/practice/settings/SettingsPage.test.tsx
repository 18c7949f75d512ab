import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeSettings } from '../../../api/types.ts';
import { languages } from '../../../i18n/languages.ts';
import { findViolations } from '../../../testing/accessibility.ts';
import { managerSession } from '../../../testing/people.ts';
import { type Asked, problem, serve } from '../../../testing/service.ts';
import { patience, settled } from '../../../testing/settled.ts';
import { click, find, findButton, show, type } from '../../../testing/show.tsx';
import { PracticePages } from '../PracticePages.tsx';

const settings: PracticeSettings = {
  name: 'Harbor Dental',
  language: 'en',
  timeZone: 'America/New_York',
  countries: ['US'],
  birthDateCheck: true,
  onlyNumbersOnFile: false,
  secondStepPatients: false,
  secondStepProfessionals: false,
  dailyCodeCap: 500,
  classicPasswords: false,
  idleMinutes: 30,
  notifications: [],
  contactTypes: [],
  collaborationEmails: [],
  collaborationInfo: ['allergies'],
};

const standard = [
  {
    language: 'en',
    subject: 'A patient of {practice} [{number}]',
    text: 'Dear {collaborator},\n\n{member} writes to you.',
  },
  { language: 'es', subject: 'Un paciente', text: 'Hola, {collaborator}:' },
  { language: 'fr', subject: 'Un patient', text: 'Bonjour {collaborator},' },
];

const defaults = {
  language: 'en',
  emails: standard,
  standardEmails: standard,
  patientInfo: ['allergies'],
  fields: ['collaborator', 'member', 'practice', 'number'],
};

const versioned = (body: object, etag: string) =>
  new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json', ETag: etag } });

const routes = {
  'GET /session': managerSession,
  'GET /practices/p1/settings': () => versioned(settings, '"v1"'),
  'GET /practices/p1/collaboration-defaults': defaults,
  'PUT /practices/p1/settings': ({ body }: Asked) => versioned(body as object, '"v2"'),
};

const changesOf = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'PUT');

beforeEach(() => history.replaceState(null, '', '/practice/p1/settings/sharing'));
afterEach(() => history.replaceState(null, '', '/'));

const sample = (page: HTMLElement) => find(page, '.email-sample').textContent;

describe('CollaborationSettings', patience, () => {
  it.each(languages)('Opened in %s_HasNoViolation', async (language) => {
    serve(routes);
    const page = await show(<PracticePages />, { language, locale: language });
    await settled(() => expect(sample(page)).toContain('A patient of Harbor Dental [12]'));
    expect(await findViolations(page)).toEqual([]);
  });

  it('OwnWords_AreWrittenInALanguageWithFieldsAndSavedThere', async () => {
    const asked = serve(routes);
    const page = await show(<PracticePages />);
    await settled(() => expect(sample(page)).toContain('Dear Ana Ruiz,'));
    await click(findButton(page, 'Español'));
    await click(find(page, '.email-words input[type=checkbox]'));
    await type(find(page, '#email-es-subject'), 'De nosotros');
    await type(find(page, '#email-es-text'), 'Buenos días, ');
    const text = find<HTMLTextAreaElement>(page, '#email-es-text');
    text.setSelectionRange(text.value.length, text.value.length);
    await click(findButton(page, 'The collaborator’s name'));
    // The number stands in every subject, also where it was not put.
    expect(sample(page)).toContain('De nosotros [12]Buenos días, Ana Ruiz');
    expect(await findViolations(page)).toEqual([]);
    await click(find(page, '.share-settings fieldset input[type=checkbox]'));
    await click(findButton(page, 'Save settings'));
    const sent = await settled(() => {
      const found = changesOf(asked);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(sent[0]?.headers.get('If-Match')).toBe('"v1"');
    expect(sent[0]?.body).toEqual({
      ...settings,
      collaborationInfo: ['demographics', 'allergies'],
      collaborationEmails: [{ language: 'es', subject: 'De nosotros', text: 'Buenos días, {collaborator}' }],
    });
  });

  it('AWordInBracesThatIsNone_OpensItsLanguageAndGoesWhenItIsMended', async () => {
    const asked = serve(routes);
    const page = await show(<PracticePages />);
    await settled(() => expect(sample(page)).toContain('Dear Ana Ruiz,'));
    await click(findButton(page, 'Français'));
    await click(find(page, '.email-words input[type=checkbox]'));
    await type(find(page, '#email-fr-text'), 'À propos de {patient}');
    await click(findButton(page, 'English'));
    await click(findButton(page, 'Save settings'));
    await settled(() => expect(find(page, '.field-error').textContent).toContain('Use only the words in braces'));
    expect(changesOf(asked)).toEqual([]);
    await type(find(page, '#email-fr-text'), 'Bonjour');
    expect(page.querySelector('.field-error')).toBeNull();
    expect(page.querySelector('.error-summary')).toBeNull();
  });

  it('WhatWasTypedInTheOtherPart_StaysWhenThisOneIsSaved', async () => {
    const asked = serve(routes);
    history.replaceState(null, '', '/practice/p1/settings');
    const page = await show(<PracticePages />);
    await type(await settled(() => find(page, '#practice-name')), 'Harbour Dental');
    await click([...page.querySelectorAll<HTMLElement>('[role=tab]')][1] as HTMLElement);
    await settled(() => expect(sample(page)).toContain('Dear Ana Ruiz,'));
    const forms = () => [...page.querySelectorAll<HTMLElement>('form')];
    await click(findButton(forms()[1] as HTMLElement, 'Save settings'));
    await settled(() => expect(find(page, '.toast').textContent).toContain('The settings are saved.'));
    await click([...page.querySelectorAll<HTMLElement>('[role=tab]')][0] as HTMLElement);
    expect(find<HTMLInputElement>(page, '#practice-name').value).toBe('Harbour Dental');
    await click(findButton(forms()[0] as HTMLElement, 'Save settings'));
    const sent = await settled(() => {
      const found = changesOf(asked);
      expect(found).toHaveLength(2);
      return found;
    });
    expect(sent[1]?.headers.get('If-Match')).toBe('"v2"');
    expect(sent[1]?.body).toEqual({ ...settings, name: 'Harbour Dental' });
  });

  it('YearsToKeep_AreSavedAndLeftOutWhereNothingIsDeleted', async () => {
    const asked = serve(routes);
    history.replaceState(null, '', '/practice/p1/settings');
    const page = await show(<PracticePages />);
    await type(await settled(() => find(page, '#practice-retentionYears')), 'ten');
    await click(findButton(page, 'Save settings'));
    expect(find(page, '.field-error').textContent).toContain('Enter a number from 1 to 100');
    await type(find(page, '#practice-retentionYears'), '10');
    await click(findButton(page, 'Save settings'));
    await settled(() => expect(changesOf(asked)).toHaveLength(1));
    expect(changesOf(asked)[0]?.body).toEqual({ ...settings, retentionYears: 10 });
    await settled(() => expect(find(page, '.toast').textContent).toContain('The settings are saved.'));
    await type(find(page, '#practice-retentionYears'), '');
    await click(findButton(page, 'Save settings'));
    await settled(() => expect(changesOf(asked)).toHaveLength(2));
    expect(changesOf(asked)[1]?.body).toEqual(settings);
  });

  it('SavedBySomebodyElse_IsSaidAndLoaded', async () => {
    serve({ ...routes, 'PUT /practices/p1/settings': problem(412, 'precondition-failed') });
    const page = await show(<PracticePages />);
    await settled(() => expect(sample(page)).toContain('Dear Ana Ruiz,'));
    await click(findButton(page, 'Save settings'));
    await settled(() => findButton(page, 'Load the newest settings'));
    await click(findButton(page, 'Load the newest settings'));
    await settled(() => expect(page.textContent).not.toContain('Somebody changed the settings meanwhile'));
  });
});
