import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Field, FieldGroup, type FieldTexts, useFieldIds } from './Field.tsx';

function Example(props: FieldTexts) {
  const ids = useFieldIds(props);
  return (
    <Field texts={props} ids={ids}>
      <input id={ids.id} class="control" aria-describedby={ids.describedBy} />
    </Field>
  );
}

function GroupExample(props: FieldTexts) {
  const ids = useFieldIds(props);
  return (
    <FieldGroup texts={props} ids={ids}>
      <input class="control" aria-label="First part" />
    </FieldGroup>
  );
}

export const fixtures: Fixtures = {
  'Label, hint and error': () => <Example label="Name" hint="As on your insurance card." error="Enter your name" />,
  Optional: () => <Example label="Middle name" optional />,
  Group: () => <GroupExample label="Range" hint="Two parts." error="Enter both parts" />,
};
