import './Banner.css';
import type { ComponentChildren } from 'preact';
import { base } from '../../i18n/areas/base/base.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { CheckCircleIcon, ErrorIcon, InfoIcon, WarningIcon } from '../Icon/StatusIcons.tsx';

export type BannerKind = 'info' | 'success' | 'warning' | 'error';

const icons = { info: InfoIcon, success: CheckCircleIcon, warning: WarningIcon, error: ErrorIcon } as const;

interface BannerProps {
  readonly kind: BannerKind;
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** One thing to do about it. */
  readonly action?: ComponentChildren;
}

/** Something that everybody on the page should know. An error is said at once, the rest when the reader pauses. */
export function Banner({ kind, title, children, action }: BannerProps) {
  const words = useWords(base);
  const KindIcon = icons[kind];
  return (
    <div class={`banner banner--${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <KindIcon />
      <div class="banner-text">
        <span class="said">{words(`banner.${kind}`)} </span>
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div class="banner-action">{action}</div>}
    </div>
  );
}
