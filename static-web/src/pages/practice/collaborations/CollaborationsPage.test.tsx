import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Collaboration } from '../../../api/types.ts';
import { dropAllDrafts } from '../../../drafts/drafts.ts';
import { languages } from '../../../i18n/languages.ts';
import { paths } from '../../../navigation/paths.ts';
import { findViolations } from '../../../testing/accessibility.ts';
import {
  at,
  collaborationId,
  contactId,
  open,
  opened,
  patientId,
  petra,
  service,
  shown,
} from '../../../testing/collaborations.tsx';
import { practiceId } from '../../../testing/people.ts';
import { problem, serve } from '../../../testing/service.ts';
import { clear, click, find, findButton, type } from '../../../testing/show.tsx';

// The parts that load later are compiled when they are first shown.
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => {
  dropAllDrafts();
  history.replaceState(null, '', '/');
});

describe('CollaborationsPage', () => {
  it.each(languages)('List in %s_HasNoViolation', async (language) => {
    serve(service);
    const page = await open(paths.collaborations.to({ practiceId }), language);
    await shown(page, '12, Rosa Delgado');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(await findViolations(page)).toEqual([]);
  });

  it('NothingAmongTheNewestPages_IsNotSaidToBeNone', async () => {
    const asked = serve({ ...service, [`GET ${at}/collaborations`]: () => ({ collaborations: [], cursor: 'on' }) });
    const page = await open(paths.collaborations.to({ practiceId }));
    await shown(page, 'Nothing among the newest');
    expect(page.textContent).not.toContain('No collaborations here');
    const looked = () => asked.filter(({ path }) => path === `${at}/collaborations`).length;
    expect(looked()).toBe(10);
    await click(findButton(page, 'Show more'));
    await expect.poll(looked).toBe(20);
  });

  it('Filters_AreAskedFor', async () => {
    const asked = serve(service);
    const page = await open(paths.collaborations.to({ practiceId }));
    await shown(page, '12, Rosa Delgado');
    const filter = find<HTMLSelectElement>(page, '.practice-list select');
    filter.value = 'answered';
    await act(() => void filter.dispatchEvent(new Event('change', { bubbles: true })));
    await expect.poll(() => asked.some((one) => one.query.get('state') === 'answered')).toBe(true);
  });
});

describe('CollaborationView', () => {
  it('InsideTheWindow_CountsAndCanBeEdited', async () => {
    const saved: Collaboration = { ...opened, version: 4, message: 'Lower right, in fact.' };
    const asked = serve({ ...service, [`PUT ${at}/collaborations/${collaborationId}`]: () => saved });
    const page = await open(paths.collaboration.to({ practiceId, collaborationId }));
    await shown(page, 'You can edit for');
    await shown(page, 'Please look at the lower left.');
    expect(await findViolations(page)).toEqual([]);
    await click(findButton(page, 'Edit'));
    await shown(page, 'Save the changes');
    await type(find(page, '#share-message'), 'Lower right, in fact.');
    await click(findButton(page, 'Save the changes'));
    await expect
      .poll(() => asked.find((one) => one.method === 'PUT')?.body)
      .toEqual({
        version: 3,
        message: 'Lower right, in fact.',
        contacts: [contactId],
        patientInfo: [],
        files: [],
      });
  });

  it('Opened_IsNamedByItsNumberInTheBarWithItsPatient', async () => {
    serve(service);
    const page = await open(paths.collaboration.to({ practiceId, collaborationId }));
    await expect
      .poll(() => page.querySelector('.practice-opened')?.textContent, { timeout: 15_000 })
      .toBe('Collaboration 12');
    expect(find(page, 'section[aria-label="Chosen patient"]').textContent).toContain('R-1001');
    history.pushState(null, '', paths.collaborations.to({ practiceId }));
    await act(() => void window.dispatchEvent(new Event('popstate')));
    expect(page.querySelector('.practice-opened')).toBeNull();
  });

  it('EditThatIsTooLate_SaysWhoReadAndKeepsTheTextForTheAnswers', async () => {
    const late = problem(409, 'collaboration-read', { readBy: 'Petra Falk', readAt: '2026-11-27T10:01:00Z' });
    serve({ ...service, [`PUT ${at}/collaborations/${collaborationId}`]: late });
    const page = await open(paths.collaboration.to({ practiceId, collaborationId }));
    await shown(page, 'You can edit for');
    await click(findButton(page, 'Edit'));
    await shown(page, 'Save the changes');
    await type(find(page, '#share-message'), 'Lower right, in fact.');
    await click(findButton(page, 'Save the changes'));
    await shown(page, 'Petra Falk read it on');
    await expect.poll(() => document.activeElement?.textContent).toContain('Petra Falk read it on');
    await click(findButton(page, 'Move my text to the answers'));
    await expect
      .poll(() => [...page.querySelectorAll('textarea')].map((one) => one.value))
      .toContain('Lower right, in fact.');
  });

  it('Locked_SaysWhoReadItFirst', async () => {
    const firstRead = { name: 'Petra Falk', at: '2026-11-27T10:01:00Z' };
    serve({
      ...service,
      [`GET ${at}/collaborations/${collaborationId}`]: () => ({ ...opened, canEdit: false, state: 'read', firstRead }),
    });
    const page = await open(paths.collaboration.to({ practiceId, collaborationId }));
    await shown(page, 'Locked. Petra Falk read it first');
  });
});

describe('StartPage', () => {
  const start = () => open(paths.startCollaboration.to({ practiceId, patientId }));

  it('Chosen_IsSentOnceWithItsKeyAndOpened', async () => {
    const asked = serve({ ...service, [`POST ${at}/collaborations`]: () => opened });
    const page = await start();
    await shown(page, 'Petra Falk');
    expect(await findViolations(page)).toEqual([]);
    await click(findButton(page, 'Add Petra Falk'));
    await type(find(page, '#share-message'), 'Please look at the lower left.');
    await click(findButton(page, 'Start Collaboration'));
    await expect
      .poll(() => asked.find((one) => one.method === 'POST')?.body)
      .toEqual({
        patientId,
        email: opened.email,
        message: 'Please look at the lower left.',
        contacts: [contactId],
        patientInfo: ['allergies', 'medications'],
        files: [],
      });
    expect(asked.find((one) => one.method === 'POST')?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/u);
    await expect.poll(() => location.pathname).toBe(paths.collaboration.to({ practiceId, collaborationId }));
  });

  it('NobodyChosen_IsSaidBeforeAnythingIsSent', async () => {
    const asked = serve(service);
    const page = await start();
    await shown(page, 'Petra Falk');
    await click(findButton(page, 'Start Collaboration'));
    await shown(page, 'Choose at least one contact');
    expect(asked.some((one) => one.method === 'POST')).toBe(false);
  });

  it('WhatIsMended_IsNoLongerSaidToBeWrong', async () => {
    serve({
      ...service,
      [`POST ${at}/collaborations`]: () => problem(400, 'invalid', { errors: { 'email.text': ['email-not-private'] } }),
    });
    const page = await start();
    await shown(page, 'Petra Falk');
    await click(findButton(page, 'Start Collaboration'));
    const errors = () => [...page.querySelectorAll('.field-error')].map((one) => one.textContent);
    expect(errors()).toHaveLength(2);
    await click(findButton(page, 'Add Petra Falk'));
    expect(errors()).toHaveLength(1);
    await type(find(page, '#share-message'), ' ');
    expect(errors()[0]).toContain('Write the collaboration message');
    await type(find(page, '#share-message'), 'Please look');
    expect(errors()).toEqual([]);
    expect(page.querySelector('.error-summary')).toBeNull();
    await click(findButton(page, 'Start Collaboration'));
    await expect.poll(errors).toHaveLength(1);
    await type(find(page, '#share-text'), 'Without a name');
    expect(errors()).toEqual([]);
  });

  it('Language_BeginsTheEmailAnewAndWhatWasWrittenCanComeBack', async () => {
    serve(service);
    const page = await start();
    await shown(page, 'Petra Falk');
    const text = () => find<HTMLTextAreaElement>(page, '#share-text').value;
    const speak = async (language: string) => {
      const choice = find<HTMLSelectElement>(page, '.share select');
      choice.value = language;
      await act(() => void choice.dispatchEvent(new Event('change', { bubbles: true })));
    };
    await speak('es');
    expect(text()).toBe('Hola, {name}');
    expect(page.querySelector('.toast')).toBeNull();
    await type(find(page, '#share-text'), 'Querida Petra');
    await speak('en');
    expect(text()).toBe('Dear {name}');
    await click(findButton(page, 'Undo'));
    expect(text()).toBe('Querida Petra');
    expect(find<HTMLSelectElement>(page, '.share select').value).toBe('es');
  });

  it('WhatWasWritten_SurvivesAReload', async () => {
    serve(service);
    const page = await start();
    await shown(page, 'Petra Falk');
    await click(findButton(page, 'Add Petra Falk'));
    await type(find(page, '#share-message'), 'Half a sentence');
    clear();
    const reloaded = await start();
    await shown(reloaded, 'petra@falk.example');
    expect(find<HTMLTextAreaElement>(reloaded, '#share-message').value).toBe('Half a sentence');
  });

  it('Preview_ShowsTheEmailAndWhatIsBehindTheSignIn', async () => {
    serve({
      ...service,
      [`POST ${at}/collaboration-previews`]: () => ({
        emails: [
          {
            contactId,
            name: 'Petra Falk',
            email: 'petra@falk.example',
            language: 'en',
            subject: 'A message waits',
            text: 'Dear Petra',
            html: '<p>Dear Petra</p>',
          },
        ],
        message: 'Please look',
        attachments: [{ name: 'Allergies.pdf', patientInfo: 'allergies' }],
      }),
    });
    const page = await start();
    await shown(page, 'Petra Falk');
    await click(findButton(page, 'Add Petra Falk'));
    await type(find(page, '#share-message'), 'Please look');
    await click(findButton(page, 'Preview'));
    await shown(page, 'Email to Petra Falk, petra@falk.example');
    await shown(page, 'Dear Petra');
    await shown(page, 'Allergies.pdf');
  });

  it('SentAlready_SaysSoKeepsWhatWasTypedAndStartsAnotherWithANewKey', async () => {
    let answers = 0;
    const asked = serve({
      ...service,
      [`POST ${at}/collaborations`]: () => {
        answers += 1;
        return answers === 1 ? problem(409, 'already-started') : opened;
      },
    });
    const page = await start();
    await shown(page, 'Petra Falk');
    await click(findButton(page, 'Add Petra Falk'));
    await type(find(page, '#share-message'), 'Please look at the lower left.');
    await click(findButton(page, 'Start Collaboration'));
    await shown(page, 'This was sent already, as it was before your last changes.');
    expect(findButton(page, 'See the collaborations').getAttribute('href')).toBe(
      paths.collaborations.to({ practiceId }),
    );
    expect(find<HTMLTextAreaElement>(page, '#share-message').value).toBe('Please look at the lower left.');
    expect(await findViolations(page)).toEqual([]);
    await click(findButton(page, 'Start Collaboration'));
    await expect.poll(() => location.pathname).toBe(paths.collaboration.to({ practiceId, collaborationId }));
    const keys = asked.filter(({ method }) => method === 'POST').map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(2);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('ArchivedContact_IsNamedAndTheOthersAreNot', async () => {
    const ines = { ...petra, contactId: 'f'.repeat(32), firstName: 'Ines', lastName: 'Roth', email: 'i@roth.example' };
    serve({
      ...service,
      [`GET ${at}/contacts`]: () => ({ contacts: [petra, ines], types: [] }),
      [`GET ${at}/contacts/${contactId}`]: () => ({ contact: petra, version: 'v' }),
      [`GET ${at}/contacts/${ines.contactId}`]: () => ({ contact: { ...ines, archived: true }, version: 'v' }),
      [`POST ${at}/collaborations`]: () => problem(400, 'invalid', { errors: { contacts: ['contact-archived'] } }),
    });
    const page = await start();
    await shown(page, 'Petra Falk');
    await click(findButton(page, 'Add Petra Falk'));
    await click(findButton(page, 'Add Ines Roth'));
    await type(find(page, '#share-message'), 'Please look at the lower left.');
    await click(findButton(page, 'Start Collaboration'));
    await shown(page, 'These contacts are archived or gone: Ines Roth. Remove them');
  });
});
