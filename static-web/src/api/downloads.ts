/** Addresses of what the browser itself saves, with the session's cookie: files that the service writes while they are fetched. */
export const downloads = {
  contacts: (practiceId: string) => `/api/practices/${practiceId}/contacts/csv`,
} as const;
