import { type Fixtures, nothing, Stateful } from '../../fixtures/fixture.tsx';
import { PasswordField, type Requirement } from './PasswordField.tsx';

export function judge(password: string): Requirement[] {
  return [
    { id: 'length', text: 'At least 15 characters', met: [...password].length >= 15 },
    { id: 'common', text: 'Not a common or leaked password', met: password.length > 0 && !/^pass/iu.test(password) },
    { id: 'name', text: 'Not your name, email or clinic', met: password.length > 0 && !/ana/iu.test(password) },
  ];
}

export const fixtures: Fixtures = {
  Current: () => (
    <Stateful initial="">
      {(value, change) => (
        <PasswordField label="Password" autocomplete="current-password" value={value} onInput={change} />
      )}
    </Stateful>
  ),
  'New, half way': () => (
    <Stateful initial="river stone">
      {(value, change) => (
        <PasswordField
          label="Choose a password"
          hint="Three or four words that only you would put together are good."
          autocomplete="new-password"
          value={value}
          onInput={change}
          requirements={judge(value)}
        />
      )}
    </Stateful>
  ),
  'New, all met': () => (
    <PasswordField
      label="Choose a password"
      autocomplete="new-password"
      value="river stone lantern"
      onInput={nothing}
      requirements={judge('river stone lantern')}
    />
  ),
  Wrong: () => (
    <PasswordField
      label="Enter the password again"
      error="The two entries are not the same"
      autocomplete="new-password"
      value="river"
      onInput={nothing}
    />
  ),
};
