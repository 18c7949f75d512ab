import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { RadioCards } from './RadioCards.tsx';

type Way = 'text' | 'call';

const cards = [
  { value: 'text' as Way, label: 'Send a text', hint: 'To the cell phone ending in 43' },
  { value: 'call' as Way, label: 'Call me', hint: 'A voice reads the code twice' },
];

export const fixtures: Fixtures = {
  'Nothing chosen': () => (
    <Stateful<Way | undefined> initial={undefined}>
      {(value, change) => (
        <RadioCards label="How should we send the code?" cards={cards} value={value} onChange={change} />
      )}
    </Stateful>
  ),
  Chosen: () => (
    <Stateful<Way | undefined> initial="text">
      {(value, change) => (
        <RadioCards label="How should we send the code?" cards={cards} value={value} onChange={change} />
      )}
    </Stateful>
  ),
  Wrong: () => (
    <RadioCards
      label="How should we send the code?"
      error="Choose how to get the code"
      cards={cards}
      value={undefined}
      onChange={nothing}
    />
  ),
};
