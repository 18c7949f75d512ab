import { describe, expect, it } from 'vitest';
import { describeAccessibility } from '../../testing/accessibility.ts';
import { fixtures } from './PracticeMark.fixtures.tsx';
import { initialsOf } from './PracticeMark.tsx';

describeAccessibility(fixtures);

describe('InitialsOf', () => {
  it.each([
    ['Harbor Street Dental', 'HS'],
    ['Clínica de la Luz', 'CL'],
    ['Élan', 'É'],
    ["St. Mary's", 'SM'],
    ['dental house', 'DH'],
    ['Saint-Exupéry', 'SE'],
    ['牙科', '牙'],
  ])('%s_Are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
