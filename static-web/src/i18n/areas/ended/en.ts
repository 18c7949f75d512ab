export const words = {
  overTitle: 'This link does not work',
  overText:
    'It may be older than 30 days, used up, replaced by a newer one, or closed after wrong answers. Nothing you did is lost. If you registered already, just sign in. If not, call the practice.',
  askNew: 'Ask the practice for a new link',
  asked: 'We have asked the practice. If there is an invitation for you, a new email will come.',
  otherTitle: 'This registration goes on in another browser',
  otherText:
    'Go on there, or begin again here. What you entered there is kept. If this page comes back each time, your browser keeps no cookies: allow them for this site, or use another browser.',
  beginHere: 'Begin again here',
  toSignIn: 'Go to the sign-in page',
} as const;
