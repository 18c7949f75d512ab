export const words = {
  birthTitle: 'When were you born?',
  birthText: 'We ask so that only you can read what {practice} writes to you.',
  birthLabel: 'Your birth date',
  birthInvalid: 'Enter a day, a month and a year with four digits',
  birthFuture: 'This date is in the future',
  birthWrong: {
    one: 'This is not the date that the practice has. You have {count} try left. If you are sure, call the practice',
    other: 'This is not the date that the practice has. You have {count} tries left',
  },
} as const;
