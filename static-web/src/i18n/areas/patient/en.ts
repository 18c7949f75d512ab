export const words = {
  inbox: 'Secure inbox',
  signedOutTitle: 'You are not signed in',
  signedOutText: 'Messages from your clinic are kept here. They are shown only to you, after you sign in.',
  toFront: 'Go to the front page',
} as const;
