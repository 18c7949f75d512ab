import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { Checkbox } from './Checkbox.tsx';

export const fixtures: Fixtures = {
  Plain: () => (
    <Stateful initial={false}>
      {(checked, change) => <Checkbox label="Allergies" checked={checked} onChange={change} />}
    </Stateful>
  ),
  'With hint': () => (
    <Stateful initial={true}>
      {(checked, change) => (
        <Checkbox label="Medications" hint="Made from the record as it is today." checked={checked} onChange={change} />
      )}
    </Stateful>
  ),
  Wrong: () => (
    <Checkbox label="I accept the terms" error="Accept the terms to go on" checked={false} onChange={nothing} />
  ),
};
