export const words = {
  phoneTitle: 'Which phone can we reach you on?',
  phoneText: 'We will send a code to one of your numbers.',
  phonesOnFile: 'Numbers that the practice has',
  onFileEnough: 'If one of these is right, continue. You can add another number below.',
  cell: 'Cell phone',
  landline: 'Phone',
  phoneEnding: '{kind} ending in {digits}',
  phoneRequired: 'Enter at least one number',
  phoneMalformed: 'This is not a phone number we can use. Check the digits',
  phoneCountry: 'The practice does not send codes to this country. Use another number',
  phoneNotAllowed: 'Codes cannot go to a number of this kind. Use another number',
  onlyOnFile: 'The practice sends codes only to numbers it has. Call the practice if yours has changed.',
} as const;
