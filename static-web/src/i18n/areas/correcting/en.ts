export const words = {
  correctTitle: 'Correct your message',
  correctSave: 'Save',
  correctText: 'Message',
} as const;
