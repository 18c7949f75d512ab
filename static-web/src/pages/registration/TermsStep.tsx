import { api } from '../../api/api.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { terms } from '../../i18n/areas/terms/terms.ts';
import { attempt } from '../../proving/attempt.ts';
import { TermsForm } from '../../proving/TermsForm.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, terms];

export function Part({ token, onState, onFailed }: StepPartProps) {
  return (
    <TermsForm
      accept={(version) =>
        attempt(onFailed, async () =>
          onState((await api.post('/registration/terms', { body: { version } }, { link: token })).body),
        )
      }
    />
  );
}
