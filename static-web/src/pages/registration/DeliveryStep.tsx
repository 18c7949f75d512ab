import { api } from '../../api/api.ts';
import { delivery } from '../../i18n/areas/delivery/delivery.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { attempt } from '../../proving/attempt.ts';
import { DeliveryForm } from '../../proving/DeliveryForm.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, delivery];

export function Part({ token, state, onState, onFailed }: StepPartProps) {
  return (
    <DeliveryForm
      phones={state.phones}
      choose={(body) =>
        attempt(onFailed, async () =>
          onState((await api.post('/registration/delivery', { body }, { link: token })).body),
        )
      }
    />
  );
}
