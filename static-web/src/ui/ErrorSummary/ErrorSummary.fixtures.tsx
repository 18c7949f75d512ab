import { type Fixtures, nothing } from '../../fixtures/fixture.tsx';
import { TextField } from '../TextField/TextField.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';

export const fixtures: Fixtures = {
  'Two problems': () => (
    <ErrorSummary
      problems={[
        { fieldId: 'email', message: 'Enter an email address such as name@example.com' },
        { fieldId: 'confirm', message: 'The two addresses are not the same' },
      ]}
    />
  ),
  'Above its field': () => (
    <div class="stack">
      <ErrorSummary problems={[{ fieldId: 'fixture-name', message: 'Enter your name' }]} />
      <TextField
        id="fixture-name"
        label="Name"
        error="Enter your name"
        autocomplete="name"
        value=""
        onInput={nothing}
      />
    </div>
  ),
};
