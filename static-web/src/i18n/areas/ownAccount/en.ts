export const words = {
  devices: 'Where you are signed in',
  thisDevice: 'This device',
  lastSeen: 'Last used {at}',
  endDevice: 'Sign out',
  endDeviceName: 'Sign out {device}',
  changePassword: 'Change your password',
  currentPassword: 'Current password',
  save: 'Save',
  passwordChanged: 'Your password is changed. All other devices are signed out.',
  wrongPassword: 'This is not your current password',
  tooManyTries: 'You have tried too many passwords. Wait an hour.',
  passwordExpired: 'Your practice asks for a new password after some time. Please choose one.',
} as const;
