export const words = {
  cases: 'Cases',
  signedOutTitle: 'You are not signed in',
  signedOutText: 'The cases of your practice are shown here after you sign in.',
  toFront: 'Go to the front page',
} as const;
