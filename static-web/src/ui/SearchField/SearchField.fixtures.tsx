import { type Fixtures, Stateful } from '../../fixtures/fixture.tsx';
import { SearchField } from './SearchField.tsx';

export const fixtures: Fixtures = {
  Plain: () => (
    <Stateful initial="">
      {(value, change) => <SearchField label="Find a patient" value={value} onInput={change} />}
    </Stateful>
  ),
};
