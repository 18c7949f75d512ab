import { useState } from 'preact/hooks';
import type { DeliveryChoice, ProofPhone } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { delivery } from '../i18n/areas/delivery/delivery.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { RadioCards } from '../ui/RadioCards/RadioCards.tsx';
import { StepHeading, type StepHeadingLevel } from './StepHeading.tsx';

interface DeliveryFormProps {
  readonly heading?: StepHeadingLevel;
  readonly phones: readonly ProofPhone[];
  /** Rejects where the code was not sent; the form says why. */
  readonly choose: (choice: DeliveryChoice) => Promise<void>;
}

/** How a code is to come: a text to a cell phone, a call to any. */
export function DeliveryForm({ heading = 'page', phones, choose }: DeliveryFormProps) {
  const words = useWords(delivery);
  const [choice, setChoice] = useState<string | undefined>(undefined);
  const ways = phones.flatMap(({ phoneId, kind, masked }) => {
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
    if (chosen !== undefined) {
      await choose({ phoneId: chosen.phoneId, channel: chosen.channel });
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
      <StepHeading level={heading} text={words('deliveryTitle')} />
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
