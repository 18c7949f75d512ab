export const words = {
  passwordTitle: 'Choose a password',
  password: 'Password',
  repeat: 'Password once more',
  savePassword: 'Save password',
} as const;
