export const words = {
  length: 'At least {count} characters',
  notYou: 'Not your name, email or practice',
  same: 'Both entries the same',
  hint: 'Three or four words that do not belong together are easy to keep in mind.',
  tooShort: 'Choose a longer password',
  tooLong: 'Choose a shorter password, of at most 256 characters',
  common: 'Many people use passwords like this one. Choose another',
  namesYou: 'Leave out your name, email and practice',
  differ: 'Enter the same password twice',
  kinds: 'A small and a capital letter, a digit and a sign such as #',
  usedBefore: 'Choose one that is not among your last six',
} as const;
