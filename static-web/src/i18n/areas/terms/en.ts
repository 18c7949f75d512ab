export const words = {
  termsTitle: 'Terms of Use',
  termsRead: 'Read to the end to go on.',
  accept: 'I Accept',
} as const;
