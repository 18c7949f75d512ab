import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../src/design/tokens.css', import.meta.url), 'utf8');

type Palette = ReadonlyMap<string, string>;

function paletteOf(css: string): Palette {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gu)].map(([, name = '', value = '']) => [name, value]),
  );
}

const darkStart = tokens.indexOf('prefers-color-scheme: dark');
const light = paletteOf(tokens.slice(0, darkStart));
const dark = paletteOf(tokens.slice(darkStart, tokens.indexOf('@media print')));

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Palette, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((name) => {
      const value = palette.get(name);
      if (value === undefined) {
        throw new Error(`There is no colour --${name}.`);
      }
      return luminance(value);
    })
    .sort((first, second) => first - second);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Text and the grounds it stands on: 4.5 to 1. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'surface', 'sunken', 'accent-wash', 'danger-wash', 'warning-wash', 'success-wash', 'info-wash']],
  ['ink-soft', ['paper', 'surface', 'sunken', 'accent-wash']],
  ['accent', ['paper', 'surface', 'sunken', 'accent-wash']],
  ['accent-strong', ['paper', 'surface', 'accent-wash']],
  ['on-accent', ['accent', 'accent-strong']],
  ['danger', ['paper', 'surface', 'sunken', 'danger-wash', 'accent-wash']],
  ['danger-strong', ['danger-wash']],
  ['on-danger', ['danger', 'danger-strong']],
  ['warning', ['paper', 'surface', 'warning-wash']],
  ['success', ['paper', 'surface', 'sunken', 'success-wash']],
  ['info', ['info-wash']],
  ['paper', ['ink']],
];

/** Borders of controls, icons and the focus ring: 3 to 1. */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['line-strong', ['paper', 'surface']],
  ['focus', ['paper', 'surface', 'sunken', 'accent-wash', 'danger-wash']],
  ['accent', ['line']],
];

const pairs = (list: typeof texts) => list.flatMap(([one, grounds]) => grounds.map((ground) => [one, ground] as const));

describe.each([
  ['Light', light],
  ['Dark', dark],
])('%s', (_, palette) => {
  it.each(pairs(texts))('%s_CanBeReadOn %s', (text, ground) => {
    expect(contrast(palette, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(shapes))('%s_CanBeSeenOn %s', (shape, ground) => {
    expect(contrast(palette, shape, ground)).toBeGreaterThanOrEqual(3);
  });

  it('Colours_AreTheSameSet', () => {
    expect([...palette.keys()].sort()).toEqual([...light.keys()].sort());
  });
});
