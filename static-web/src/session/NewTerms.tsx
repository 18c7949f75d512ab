import { api } from '../api/api.ts';
import type { Session } from '../api/types.ts';
import { forms } from '../i18n/areas/forms/forms.ts';
import { terms } from '../i18n/areas/terms/terms.ts';
import { TermsForm } from '../proving/TermsForm.tsx';

export const areas = [forms, terms];

/** Terms that came into force since this person accepted some: before anything else. */
export function Part({ onAccepted }: { readonly onAccepted: (session: Session) => void }) {
  return (
    <TermsForm accept={async (version) => onAccepted((await api.post('/session/terms', { body: { version } })).body)} />
  );
}
