import './Skeleton.css';
import { base } from '../../i18n/areas/base/base.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';

interface SkeletonProps {
  /** As many as the content will roughly have, so that nothing moves when it comes. */
  readonly lines?: number;
}

/** The place of something that is still on its way. It takes its room at once and is seen and said only when the wait lasts 300 ms. */
export function Skeleton({ lines = 3 }: SkeletonProps) {
  const words = useWords(base);
  return (
    <div class="skeleton" role="status">
      <span class="said">{words('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
