import './Badge.css';
import type { ComponentChildren } from 'preact';

export type BadgeTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

interface BadgeProps {
  readonly tone?: BadgeTone;
  /** What a screen reader says instead, where a bare number would say too little. */
  readonly said?: string;
  readonly children: ComponentChildren;
}

export function Badge({ tone = 'neutral', said, children }: BadgeProps) {
  return (
    <span class={`badge badge--${tone}`}>
      {said === undefined ? (
        children
      ) : (
        <>
          <span aria-hidden="true">{children}</span>
          <span class="said">{said}</span>
        </>
      )}
    </span>
  );
}
