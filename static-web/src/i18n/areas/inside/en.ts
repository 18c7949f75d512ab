export const words = {
  mainNavigation: 'Main',
  startPage: 'Collaborations, start page',
  close: 'Close',
  undo: 'Undo',
  unread: 'Unread:',
  withFile: 'With a file',
  more: 'Show more',
  noneSoFar: 'Nothing among the newest.',
  newCount: { one: '{count} new', other: '{count} new' },
} as const;
