export const words = {
  nothingHereTitle: 'There is nothing here for this account',
  nothingHereText: 'You are signed in, but not with an account that these pages belong to.',
  otherAccount: 'Sign in with another account',
  ownPages: 'Go to my own pages',
} as const;
