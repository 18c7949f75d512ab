import './ShellNav.css';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Badge } from '../Badge/Badge.tsx';

export interface ShellLink {
  readonly to: string;
  readonly text: string;
  readonly current?: boolean;
  /** How many new things wait there. */
  readonly count?: number;
}

/** The main links of a signed-in person. */
export function ShellNav({ links }: { readonly links: readonly ShellLink[] }) {
  const words = useWords(inside);
  return (
    <nav class="shell-nav" aria-label={words('mainNavigation')}>
      <ul>
        {links.map(({ to, text, current = false, count = 0 }) => (
          <li key={to}>
            <a href={to} aria-current={current ? 'page' : undefined}>
              {text}
              {count > 0 && (
                <Badge tone="accent" said={words('newCount', { count })}>
                  {count}
                </Badge>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
