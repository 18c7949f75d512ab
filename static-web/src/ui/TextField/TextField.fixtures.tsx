import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { TextField } from './TextField.tsx';

export const fixtures: Fixtures = {
  Plain: () => (
    <Stateful initial="">
      {(value, change) => (
        <TextField label="Email address" type="email" autocomplete="email" value={value} onInput={change} />
      )}
    </Stateful>
  ),
  'With hint': () => (
    <Stateful initial="Ana Ruiz">
      {(value, change) => (
        <TextField
          label="Your name"
          hint="As your clinic knows you."
          autocomplete="name"
          value={value}
          onInput={change}
        />
      )}
    </Stateful>
  ),
  Wrong: () => (
    <TextField
      label="Confirm email address"
      error="The two addresses are not the same"
      type="email"
      autocomplete="email"
      value="ana.ruiz@exmaple.com"
      onInput={nothing}
    />
  ),
  Optional: () => <TextField label="Subject" optional autocomplete="off" value="" onInput={nothing} />,
  'Read only': () => (
    <TextField label="Email address" autocomplete="email" value="ana.ruiz@example.com" readOnly onInput={nothing} />
  ),
  'Several lines': () => (
    <Stateful initial="Hello Ana, here is the plan we talked about.">
      {(value, change) => (
        <TextField label="First message" lines={4} autocomplete="off" value={value} onInput={change} />
      )}
    </Stateful>
  ),
};
