export const words = {
  termsTitle: 'Terms of Use',
  termsRead: 'Read to the end to go on.',
  changed: 'The terms have changed since you read them. Load the page again to read the new ones.',
  accept: 'I Accept',
} as const;
