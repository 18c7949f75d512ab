import { describe, expect, it } from 'vitest';
import { dateOrder, formatClock, formatDate, formatRecent, formatSize } from './format.ts';

const at = new Date('2026-11-23T15:04:00Z');
const usa = { locale: 'en-US', timeZone: 'UTC' };

describe('FormatDate', () => {
  it('Language_DecidesTheForm', () => {
    expect(formatDate(usa, at, 'day')).toBe('November 23, 2026');
    expect(formatDate({ locale: 'es', timeZone: 'UTC' }, at, 'day')).toBe('23 de noviembre de 2026');
    expect(formatDate({ locale: 'fr', timeZone: 'UTC' }, at, 'day')).toBe('23 novembre 2026');
  });

  it('TimeZone_DecidesTheDay', () => {
    expect(formatDate({ locale: 'en-US', timeZone: 'Pacific/Auckland' }, at, 'day')).toBe('November 24, 2026');
  });
});

describe('FormatRecent', () => {
  it('Today_IsATime', () => {
    expect(formatRecent(usa, at, new Date('2026-11-23T20:00:00Z'))).toMatch(/^3:04\sPM$/u);
  });

  it('ThisHalfYear_IsDayAndMonth', () => {
    expect(formatRecent(usa, at, new Date('2026-12-24T20:00:00Z'))).toBe('Nov 23');
  });

  it('LongAgo_HasTheYear', () => {
    expect(formatRecent(usa, at, new Date('2028-01-01T00:00:00Z'))).toBe('November 23, 2026');
  });
});

describe('FormatSize', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [2_430_000, '2.4 MB'],
    [48_300_000, '48 MB'],
    [500_000_000, '500 MB'],
    [3_000_000_000_000, '3,000 GB'],
  ])('%d_Is %s', (bytes, text) => {
    expect(formatSize('en-US', bytes)).toBe(text);
  });
});

describe('FormatClock', () => {
  it.each([
    [180, '3:00'],
    [65, '1:05'],
    [9, '0:09'],
  ])('%d_Is %s', (seconds, text) => {
    expect(formatClock('en-US', seconds)).toBe(text);
  });
});

describe('DateOrder', () => {
  it.each([
    ['en-US', ['month', 'day', 'year']],
    ['en-GB', ['day', 'month', 'year']],
    ['es', ['day', 'month', 'year']],
    ['fr', ['day', 'month', 'year']],
  ])('%s_HasItsOrder', (locale, order) => {
    expect(dateOrder(locale)).toEqual(order);
  });
});
