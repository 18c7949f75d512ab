export const words = {
  export: 'Export as FHIR',
  preparing: 'The file is being made.',
  ready: 'The file is ready. It is kept for an hour.',
  save: 'Save the file',
  failed: 'The file could not be made. Nothing was changed; try again.',
  gone: 'The file is no longer there. Export again.',
} as const;
