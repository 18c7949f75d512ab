import './PracticeMark.css';

/** A practice's mark: its initials on a tile. Its name always stands beside it, so a screen reader skips the tile. */
export function PracticeMark({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  return (
    <span class={large ? 'practice-mark practice-mark--large' : 'practice-mark'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** The first letters of the first two words that are names: "St. Mary's Dental" gives SM, "Clínica de la Luz" CL. */
export function initialsOf(name: string): string {
  const names = name.split(/[\s-]+/u).filter((word) => /^\p{Lu}/u.test(word));
  const words = names.length > 0 ? names : name.split(/\s+/u);
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x2022))
    .join('')
    .toLocaleUpperCase();
}
