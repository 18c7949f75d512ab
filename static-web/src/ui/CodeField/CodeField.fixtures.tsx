import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { CodeField } from './CodeField.tsx';

export const fixtures: Fixtures = {
  Empty: () => (
    <Stateful initial="">
      {(value, change) => (
        <CodeField
          label="Secret code"
          hint="We sent six digits to the phone ending in 43."
          value={value}
          onInput={change}
        />
      )}
    </Stateful>
  ),
  Typed: () => <CodeField label="Secret code" value="402917" onInput={nothing} />,
  Wrong: () => (
    <CodeField
      label="Secret code"
      error="That is not the code. You have 3 tries left."
      value="402911"
      onInput={nothing}
    />
  ),
};
