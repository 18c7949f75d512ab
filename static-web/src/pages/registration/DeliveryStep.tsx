import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { FormProblems } from '../../forms/FormProblems.tsx';
import { useSubmission } from '../../forms/useSubmission.ts';
import { delivery } from '../../i18n/areas/delivery/delivery.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';
import { RadioCards } from '../../ui/RadioCards/RadioCards.tsx';
import type { StepPartProps } from './steps.ts';

export const areas = [forms, delivery];

export function Part({ token, state, onState, onFailed }: StepPartProps) {
  const words = useWords(delivery);
  const [choice, setChoice] = useState<string | undefined>(undefined);
  const ways = state.phones.flatMap(({ phoneId, kind, masked }) => {
    const phone = words('phoneEnding', {
      kind: words(kind === 'cell' ? 'cell' : 'landline'),
      digits: masked.slice(-2),
    });
    const call = { phoneId, channel: 'call', label: words('byCall', { phone }), hint: words('callHint') } as const;
    return kind === 'cell' ? [{ phoneId, channel: 'text', label: words('byText', { phone }) } as const, call] : [call];
  });
  const cards = ways.map((way) => ({ ...way, value: `${way.channel}-${way.phoneId}` }));
  const submission = useSubmission({
    sentences: { 'not-a-text-number': words('phoneNotAllowed'), 'phone-country-not-served': words('phoneCountry') },
    fields: { channel: 'way', phoneId: 'way' },
  });
  const chosen = cards.find((card) => card.value === choice);
  const check = () => (chosen === undefined ? [{ fieldId: 'way', message: words('deliveryMissing') }] : []);
  const send = async () => {
    if (chosen === undefined) {
      return;
    }
    try {
      const { phoneId, channel } = chosen;
      const { body } = await api.post('/registration/delivery', { body: { phoneId, channel } }, { link: token });
      onState(body);
    } catch (error) {
      if (!onFailed(error)) {
        throw error;
      }
    }
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(check, send);
      }}
    >
      <PageHeading text={words('deliveryTitle')} />
      <FormProblems submission={submission} known={{ 'too-many-codes': words('tooManyCodes') }} />
      <RadioCards
        id="way"
        label={words('deliveryLabel')}
        hint={words('deliveryText')}
        value={choice}
        onChange={setChoice}
        cards={cards}
        error={submission.errorOf('way')}
      />
      <Button kind="primary" type="submit" wide busy={submission.busy}>
        {words('send')}
      </Button>
    </form>
  );
}
