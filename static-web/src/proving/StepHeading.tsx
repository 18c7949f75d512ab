import { PageHeading } from '../ui/PageHeading/PageHeading.tsx';

/** A page of its own, or a part of one that has its heading already. */
export type StepHeadingLevel = 'page' | 'section';

export function StepHeading({ level, text }: { readonly level: StepHeadingLevel; readonly text: string }) {
  return level === 'page' ? <PageHeading text={text} /> : <h3>{text}</h3>;
}
