export const words = {
  mainNavigation: 'Main',
  close: 'Close',
  undo: 'Undo',
  unread: 'Unread:',
  withFile: 'With a file',
  newCount: { one: '{count} new', other: '{count} new' },
} as const;
