import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { Button } from '../Button/Button.tsx';
import { DateField, emptyDate } from '../DateField/DateField.tsx';
import { ErrorSummary } from '../ErrorSummary/ErrorSummary.tsx';
import { PageHeading } from '../PageHeading/PageHeading.tsx';
import { RadioCards } from '../RadioCards/RadioCards.tsx';
import { NarrowShell } from './NarrowShell.tsx';

export const fixtures: Fixtures = {
  'With a step': () => (
    <NarrowShell practice="Harbor Street Dental" step={{ step: 3, total: 7 }}>
      <PageHeading text="Verify your identity" />
      <p>We send a secret code of six digits to your phone. It shows that you are the person your clinic means.</p>
      <RadioCards
        label="How should we send the code?"
        value="text"
        onChange={nothing}
        cards={[
          { value: 'text', label: 'Send a text', hint: 'To the cell phone ending in 43' },
          { value: 'call', label: 'Call me', hint: 'A voice reads the code twice' },
        ]}
      />
      <Button kind="primary" wide onClick={nothing}>
        Continue
      </Button>
    </NarrowShell>
  ),
  'With an error': () => (
    <NarrowShell practice="Harbor Street Dental" step={{ step: 1, total: 7 }}>
      <ErrorSummary problems={[{ fieldId: 'born-month', message: 'Enter your birth date' }]} />
      <PageHeading text="Who you are" />
      <DateField
        id="born"
        label="When were you born?"
        error="Enter your birth date"
        hint="For example, 3 27 1956."
        birthDate
        value={emptyDate}
        onInput={nothing}
      />
      <Button kind="primary" wide onClick={nothing}>
        Continue
      </Button>
    </NarrowShell>
  ),
  'Without a practice': () => (
    <NarrowShell>
      <PageHeading text="Register" />
      <p>To register, open the link in the email from your clinic.</p>
    </NarrowShell>
  ),
};
