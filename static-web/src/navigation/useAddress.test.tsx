import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { click, find, show } from '../testing/show.tsx';
import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';
import { followLinks, isOurs, navigate, useAddress } from './useAddress.ts';

function Address() {
  const address = useAddress();
  return (
    <>
      <PageHeading key={address} text={`At ${address}`} />
      <a href="/practice/cases">Cases</a>
    </>
  );
}

beforeEach(() => history.replaceState(null, '', '/practice'));
afterEach(() => history.replaceState(null, '', '/'));

describe('Navigate', () => {
  it('OtherAddress_IsDrawnNamedAndFocused', async () => {
    const page = await show(<Address />);
    await act(() => navigate('/practice/cases'));
    const heading = find(page, 'h1');
    expect(heading.textContent).toBe('At /practice/cases');
    expect(document.title).toBe('At /practice/cases - Collaborations');
    expect(document.activeElement).toBe(heading);
  });

  it('Replace_LeavesNoEntryInTheHistory', async () => {
    await show(<Address />);
    const entries = history.length;
    await act(() => navigate('/practice/cases', { replace: true }));
    expect(history.length).toBe(entries);
    expect(location.pathname).toBe('/practice/cases');
  });

  it('Back_DrawsTheAddressBefore', async () => {
    const page = await show(<Address />);
    await act(() => navigate('/practice/cases'));
    history.back();
    await expect.poll(() => page.querySelector('h1')?.textContent).toBe('At /practice');
  });
});

describe('FollowLinks', () => {
  it('PlainClickUnderThePrefix_ChangesTheAddressWithoutALoad', async () => {
    followLinks('/practice');
    const page = await show(<Address />);
    await click(find(page, 'a'));
    expect(location.pathname).toBe('/practice/cases');
  });
});

describe('IsOurs', () => {
  const link = Object.assign(document.createElement('a'), { href: '/practice/cases' });
  const plain = () => new MouseEvent('click', { button: 0 });

  it('PlainClick_Is', () => {
    expect(isOurs(plain(), link, '/practice')).toBe(true);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'Click with %o_IsTheBrowsers',
    (init) => {
      expect(isOurs(new MouseEvent('click', init), link, '/practice')).toBe(false);
    },
  );

  it('OtherPageOrOrigin_IsTheBrowsers', () => {
    expect(isOurs(plain(), Object.assign(document.createElement('a'), { href: '/practices' }), '/practice')).toBe(
      false,
    );
    const foreign = Object.assign(document.createElement('a'), { href: 'https://example.com/practice' });
    expect(isOurs(plain(), foreign, '/practice')).toBe(false);
  });

  it('DownloadOrNewWindow_IsTheBrowsers', () => {
    const download = Object.assign(document.createElement('a'), { href: '/practice/a', download: 'a' });
    const fresh = Object.assign(document.createElement('a'), { href: '/practice/a', target: '_blank' });
    expect(isOurs(plain(), download, '/practice')).toBe(false);
    expect(isOurs(plain(), fresh, '/practice')).toBe(false);
  });
});
