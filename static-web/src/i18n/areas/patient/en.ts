export const words = {
  inbox: 'Secure inbox',
  emptyTitle: 'No messages yet',
  emptyText: 'When your practice writes to you, it appears here.',
  search: 'Search your messages',
  nothingFound: 'Nothing found',
  nothingFoundText: 'No message has these words. Try fewer.',
  back: 'Back to the inbox',
  yourMessage: 'Your message to {name}',
  collaborations: 'Collaborations',
  profile: 'Profile',
  threadWith: '{name}, {practice}',
} as const;
