import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../api/client.ts';
import { Signed } from '../session/Signed.tsx';
import { serve } from '../testing/service.ts';
import { settled } from '../testing/settled.ts';
import { find, show } from '../testing/show.tsx';
import { type PageParts, type Pages, usePages } from './usePages.ts';

interface Page {
  readonly names: readonly string[];
  readonly cursor?: string;
}

const parts: PageParts<Page> = {
  join: (read, page) => ({ ...page, names: [...read.names, ...page.names] }),
  size: ({ names }) => names.length,
};

/** A service with a list of pages, which are asked for by their number. */
function listOf(pages: () => readonly (readonly string[])[]) {
  const asked: string[] = [];
  const ask = async (cursor: string | undefined): Promise<Answer<Page>> => {
    asked.push(cursor ?? 'first');
    const [all, at] = [pages(), Number(cursor ?? 0)];
    const names = all[at] ?? [];
    const body = at + 1 < all.length ? { names, cursor: String(at + 1) } : { names };
    return { status: 200, body, etag: undefined };
  };
  return { asked, ask };
}

async function draw(ask: (cursor: string | undefined) => Promise<Answer<Page>>) {
  const drawn: { pages?: Pages<Page> } = {};
  function List() {
    drawn.pages = usePages(ask, parts);
    return <output>{drawn.pages.read?.names.join(' ') ?? 'waiting'}</output>;
  }
  serve({});
  const page = await show(
    <Signed>
      <List />
    </Signed>,
  );
  const says = (text: string) => settled(() => expect(find(page, 'output').textContent).toBe(text));
  return {
    says,
    more: () => act(async () => drawn.pages?.more?.()),
    look: () => act(() => drawn.pages?.look()),
    drawn,
  };
}

describe('UsePages', () => {
  it('ChangeOnTheFirstPage_KeepsThePagesThatWereFetched', async () => {
    let pages = [['c', 'b'], ['a'], ['z']];
    const { ask } = listOf(() => pages);
    const { says, more, look } = await draw(ask);
    await says('c b');
    await more();
    await says('c b a');
    pages = [['d', 'c'], ['b', 'a'], ['z']];
    await look();
    await says('d c b a');
    await more();
    await says('d c b a z');
  });

  it('EmptyPagesBeforeTheFirstThing_ArePassedByThemselves', async () => {
    const { ask, asked } = listOf(() => [[], [], ['a'], ['b']]);
    const { says, more } = await draw(ask);
    await says('a');
    expect(asked).toEqual(['first', '1', '2']);
    await more();
    await says('a b');
  });

  it('ManyEmptyPages_StopAndGoOnWhenAsked', async () => {
    const { ask, asked } = listOf(() => [...Array.from({ length: 12 }, () => []), ['a']]);
    const { says, more, drawn } = await draw(ask);
    await says('');
    expect(asked).toHaveLength(10);
    expect(drawn.pages?.more).toBeDefined();
    await more();
    await says('a');
  });

  it('EmptyToTheEnd_IsNone', async () => {
    const { ask } = listOf(() => [[], []]);
    const { says, drawn } = await draw(ask);
    await says('');
    expect(drawn.pages?.more).toBeUndefined();
  });
});
