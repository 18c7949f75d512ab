export const words = {
  signOut: 'Sign out',
  againTitle: 'Please sign in again',
  againText: 'You were signed out. What you typed is still here.',
  stillTitle: 'Are you still there?',
  stillText: 'To protect what is on the screen, you will be signed out soon.',
  stillLeft: 'Signed out in',
  stay: 'Stay signed in',
  account: 'Account',
} as const;
