export const words = {
  title: 'Enter the code of your app',
  text: 'Open your authenticator app and look for Collaborations.',
  label: 'Six digits from the app',
  hint: 'The app shows new ones every 30 seconds.',
  short: 'Enter all six digits',
  wrong: 'These are not the digits that the app shows now. Each can be used once: wait for the next',
  tooMany: 'There were too many tries. Wait an hour, or use your phone.',
  usePhone: 'Use my phone instead',
} as const;
