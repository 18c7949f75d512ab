export const words = {
  title: 'Your data',
  downloadText: 'One zip with your account, your conversations and the files in them.',
  download: 'Download everything of mine',
  close: 'Close my account',
  closeText:
    'You will be signed out everywhere. After 14 days your account is gone; if you sign in before, you keep it. Your practice keeps its own records.',
  closePassword: 'Enter your password to close your account.',
  closed: 'Your account will be closed',
  closedText: 'You are signed out everywhere. Sign in before {at} if you change your mind.',
  toFront: 'Go to the start page',
  stillMember: 'You work at a practice. Ask a manager to take your access away first.',
} as const;
