import { type ComponentChildren, Fragment } from 'preact';

type Wrap = (text: string) => ComponentChildren;

const tagged = /<(\w+)>(.*?)<\/\1>/gu;

/**
 * Text with links or emphasis inside it, so that translators move them freely: `Read the <terms>terms</terms>.`
 *
 * @param text a message with tags, which do not nest
 * @param wraps what becomes of each tag's text
 */
export function rich(text: string, wraps: Readonly<Record<string, Wrap>>): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const match of text.matchAll(tagged)) {
    const [whole, name = '', inner = ''] = match;
    const wrap = wraps[name];
    if (wrap === undefined) {
      throw new Error(`A message has <${name}>, which this page does not know.`);
    }
    parts.push(text.slice(end, match.index), <Fragment key={match.index}>{wrap(inner)}</Fragment>);
    end = match.index + whole.length;
  }
  parts.push(text.slice(end));
  return parts;
}
