import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { PhoneField, type TypedPhone } from './PhoneField.tsx';

const countries = [
  { code: 'US', calling: '1' },
  { code: 'MX', calling: '52' },
  { code: 'FR', calling: '33' },
];

export const fixtures: Fixtures = {
  Empty: () => (
    <Stateful<TypedPhone> initial={{ country: 'US', number: '' }}>
      {(value, change) => (
        <PhoneField
          label="Cell phone"
          hint="We can send a text to this number."
          countries={countries}
          value={value}
          onInput={change}
        />
      )}
    </Stateful>
  ),
  'One country': () => (
    <Stateful<TypedPhone> initial={{ country: 'US', number: '202 555 0143' }}>
      {(value, change) => <PhoneField label="Phone" countries={countries.slice(0, 1)} value={value} onInput={change} />}
    </Stateful>
  ),
  Wrong: () => (
    <PhoneField
      label="Cell phone"
      error="This is not a number we can reach"
      countries={countries}
      value={{ country: 'FR', number: '12' }}
      onInput={nothing}
    />
  ),
};
