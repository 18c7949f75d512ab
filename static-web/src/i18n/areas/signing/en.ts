export const words = {
  title: 'Sign in',
  email: 'Email address',
  password: 'Password',
  signIn: 'Sign in',
  emailMissing: 'Enter your email address',
  passwordMissing: 'Enter your password',
  wrong:
    'The email address and the password do not go together. After five wrong passwords sign-in is paused for a while.',
  busy: 'Many people are signing in right now. Please try again in a few seconds.',
  noPhone: 'The practice asks for a code, and we have no phone number of yours. Please call the practice.',
  forgotten: 'Forgotten your password?',
  doneTitle: 'You are registered. Sign in',
} as const;
