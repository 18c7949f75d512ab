export const words = {
  overTitle: 'This link does not work',
  overText:
    'It may be older than 30 days, used up, or replaced by a newer one. Nothing you did is lost. If you registered already, just sign in.',
  askNew: 'Ask the practice for a new link',
  asked: 'We have passed your wish on. If there is an invitation for you, a new email will come.',
  otherTitle: 'This registration goes on in another browser',
  otherText: 'Go on there, or begin again here. What you entered there is kept.',
  beginHere: 'Begin again here',
  toSignIn: 'Go to the sign-in page',
} as const;
