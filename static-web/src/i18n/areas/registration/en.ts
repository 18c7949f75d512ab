export const words = {
  title: 'Register',
  linkNeededText: 'To register, open the link in the email from your practice.',
  linkCutTitle: 'Did you come from that link?',
  linkCutText:
    'Some mail programs cut long links in half. Copy the whole link from the email into the address bar. If that does not help, ask your practice to send the email again.',
  invitedBy: '{inviter} at {practice} has invited you.',
} as const;
