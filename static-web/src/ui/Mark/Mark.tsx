import './Mark.css';

/** The service's mark: two circles, and what they share. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <circle cx="12" cy="16" r="9" stroke="currentColor" stroke-width="1.75" />
      <circle cx="20" cy="16" r="9" stroke="currentColor" stroke-width="1.75" />
      <path d="M16 7.94a9 9 0 0 1 0 16.12 9 9 0 0 1 0-16.12z" fill="currentColor" />
    </svg>
  );
}
