export const words = {
  signOut: 'Sign out',
  againTitle: 'Please sign in again',
  againText: 'You were signed out. What you typed is still here.',
  stillTitle: 'Are you still there?',
  stillText: 'To protect what is on the screen, you will be signed out soon.',
  stillLeft: 'Signed out in',
  stay: 'Stay signed in',
  nothingHereTitle: 'There is nothing here for this account',
  nothingHereText: 'You are signed in, but not with an account that these pages belong to.',
  otherAccount: 'Sign in with another account',
  ownPages: 'Go to my own pages',
  account: 'Account',
} as const;
