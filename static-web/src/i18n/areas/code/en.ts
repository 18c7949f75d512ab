export const words = {
  codeTitle: 'Enter the code',
  codeTexted: 'We sent a text to the number ending in {digits}.',
  codeCalled: 'We are calling the number ending in {digits}.',
  codeFailed: 'The code did not arrive. Send it again, or choose another way.',
  codeLabel: 'Six-digit code',
  codeHint: 'It works for 10 minutes.',
  codeShort: 'Enter all six digits',
  codeWrong: {
    one: 'This is not the code we sent. You have {count} try left',
    other: 'This is not the code we sent. You have {count} tries left',
  },
  codeExpired: 'This code was valid for 10 minutes and no longer works. Send a new one.',
  codeTooMany:
    'There were too many wrong codes. Send a new one. If that does not work, try again tomorrow or call the practice.',
  tooManyCodes: 'Too many codes were sent to this number. Wait an hour, or use another number.',
  resend: 'Re-send code',
  resendIn: 'You can send it again in',
  resent: 'A new code is on its way. The old one no longer works.',
  changeDelivery: 'Change delivery method',
} as const;
