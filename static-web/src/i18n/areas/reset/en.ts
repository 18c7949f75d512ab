export const words = {
  askTitle: 'Set a new password',
  askText: 'Enter the email address that you sign in with. We will send a link to it.',
  email: 'Email address',
  emailWrong: 'Enter an email address, such as name@example.com',
  send: 'Send the link',
  sentTitle: 'Check your email',
  sentText:
    'If there is an account for this address, an email is on its way. Its link works once, for one hour. If nothing comes, look in your spam or junk mail, and check how the address is spelled.',
  otherAddress: 'Use another address',
  overTitle: 'This link does not work',
  overText:
    'It is older than an hour, was used, or was cut in half. Your password is as it was. You can have a new link sent.',
  askNew: 'Have a new link sent',
  otherTitle: 'This goes on in another browser',
  otherText: 'Go on there, or begin here with a new code.',
  beginHere: 'Begin here',
  noPhones: 'We have no phone number of yours, so we cannot make sure that it is you. Please call your practice.',
  doneTitle: 'Your new password is saved. Sign in',
  doneText: 'You were signed out on every device.',
  toSignIn: 'Go to the sign-in page',
} as const;
