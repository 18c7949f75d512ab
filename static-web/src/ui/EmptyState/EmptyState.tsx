import './EmptyState.css';
import type { ComponentChildren } from 'preact';

interface EmptyStateProps {
  /** What is not there. */
  readonly title: string;
  /** What to do, or what will make something appear here. */
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action !== undefined && <div class="row">{action}</div>}
    </div>
  );
}
