export const words = {
  withPasskey: 'Sign in with a passkey',
  passkeyUnknown: 'This passkey is not known here. Sign in with your password.',
} as const;
