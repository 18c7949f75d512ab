import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { Select } from './Select.tsx';

const options = ['Endodontics', 'Oral surgery', 'Orthodontics', 'Periodontics'].map((text) => ({ value: text, text }));

export const fixtures: Fixtures = {
  Plain: () => (
    <Stateful initial="Orthodontics">
      {(value, change) => <Select label="Specialty" options={options} value={value} onChange={change} />}
    </Stateful>
  ),
  Wrong: () => (
    <Select
      label="Specialty"
      error="Choose a specialty"
      options={[{ value: '', text: 'Choose' }, ...options]}
      value=""
      onChange={nothing}
    />
  ),
};
