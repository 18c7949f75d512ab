export const words = {
  passwordTitle: 'Choose a password',
  password: 'New password',
  repeat: 'New password once more',
  savePassword: 'Save password',
} as const;
