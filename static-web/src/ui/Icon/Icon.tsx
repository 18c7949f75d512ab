import type { ComponentChildren } from 'preact';

export interface IconProps {
  /** In CSS pixels; drawn on a grid of 20. */
  readonly size?: number;
}

type Shape = IconProps & { readonly children: ComponentChildren };

/** The frame of every icon. An icon only repeats what the text beside it says, so it is hidden from a screen reader. */
export function Icon({ size = 20, children }: Shape) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
