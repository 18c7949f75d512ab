import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dropAllDrafts } from '../../drafts/drafts.ts';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { click, find, findButton, press, show, type } from '../../testing/show.tsx';
import { fixtures } from './Composer.fixtures.tsx';
import { Composer } from './Composer.tsx';

describeAccessibility(fixtures);

describe('Composer', () => {
  const onSend = vi.fn<(text: string) => void>();
  const composer = (threadId = '01J') => (
    <Composer label="Your message" threadId={threadId} onSend={onSend} onAttach={vi.fn()} />
  );

  beforeEach(() => {
    onSend.mockReset();
    dropAllDrafts();
  });

  it('Button_SendsAndStartsAfresh', async () => {
    const page = await show(composer());
    await type(find(page, 'textarea'), '  Hello\n\nDr. Chen ');
    await click(findButton(page, 'Send'));
    expect(onSend.mock.calls).toEqual([['Hello\n\nDr. Chen']]);
    expect(find<HTMLTextAreaElement>(page, 'textarea').value).toBe('');
    expect(document.activeElement).toBe(find(page, 'textarea'));
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('Enter with %o_Sends', async (modifiers) => {
    const page = await show(composer());
    await type(find(page, 'textarea'), 'Hello');
    await press(find(page, 'textarea'), 'Enter', modifiers);
    expect(onSend).toHaveBeenCalledWith('Hello');
  });

  it('EnterAlone_IsANewLine', async () => {
    const page = await show(composer());
    await type(find(page, 'textarea'), 'Hello');
    const enter = await press(find(page, 'textarea'), 'Enter');
    expect(enter.defaultPrevented).toBe(false);
    expect(onSend).not.toHaveBeenCalled();
  });

  it('NothingTyped_SendsNothing', async () => {
    const page = await show(composer());
    await type(find(page, 'textarea'), ' \n ');
    await click(findButton(page, 'Send'));
    expect(onSend).not.toHaveBeenCalled();
  });

  it('FilesAlone_MayBeSent', async () => {
    const page = await show(
      <Composer label="Your message" threadId="01J" onSend={onSend} hasFiles files={<i>file</i>} />,
    );
    await click(findButton(page, 'Send'));
    expect(onSend).toHaveBeenCalledWith('');
  });

  it('NotAllFilesThere_SaysSoAndSendsAndLosesNothing', async () => {
    const waiting = (wait?: string) => (
      <Composer label="Your message" threadId="01J" onSend={onSend} files={<i>file</i>} {...(wait && { wait })} />
    );
    const page = await show(waiting('Wait for the files.'));
    await type(find(page, 'textarea'), 'With a picture');
    expect(find(page, '[role=status]').textContent).toBe('');
    await click(findButton(page, 'Send'));
    await press(find(page, 'textarea'), 'Enter', { ctrlKey: true });
    expect(onSend).not.toHaveBeenCalled();
    expect(find(page, '[role=status]').textContent).toBe('Wait for the files.');
    expect(find<HTMLTextAreaElement>(page, 'textarea').value).toBe('With a picture');
    await show(waiting());
    expect(find(page, '[role=status]').textContent).toBe('');
    await click(findButton(page, 'Send'));
    expect(onSend).toHaveBeenCalledWith('With a picture');
  });

  it('Draft_SurvivesAReloadAndStaysWithItsThread', async () => {
    await type(find(await show(composer()), 'textarea'), 'Half a sent');
    expect(find<HTMLTextAreaElement>(await show(composer('01K')), 'textarea').value).toBe('');
    await show(null);
    expect(find<HTMLTextAreaElement>(await show(composer()), 'textarea').value).toBe('Half a sent');
  });
});
