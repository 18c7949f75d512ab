import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { DateField, emptyDate, type TypedDate } from './DateField.tsx';

export const fixtures: Fixtures = {
  Empty: () => (
    <Stateful<TypedDate> initial={emptyDate}>
      {(value, change) => (
        <DateField
          label="When were you born?"
          hint="For example, 3 27 1956."
          birthDate
          value={value}
          onInput={change}
        />
      )}
    </Stateful>
  ),
  'One part wrong': () => (
    <DateField
      label="When were you born?"
      error="The month must be a number from 1 to 12"
      wrong={['month']}
      birthDate
      value={{ day: '27', month: '14', year: '1956' }}
      onInput={nothing}
    />
  ),
  'All wrong': () => (
    <DateField
      label="When were you born?"
      error="Enter your birth date"
      birthDate
      value={emptyDate}
      onInput={nothing}
    />
  ),
};
