export const words = {
  preparing: 'Making the zip: {done} of {files} files',
  failed: 'The zip could not be made. Nothing was changed; try again.',
  none: 'There is no file to download yet.',
} as const;
