import type { Fixtures } from '../../fixtures/fixture.tsx';
import { Badge } from './Badge.tsx';

export const fixtures: Fixtures = {
  Tones: () => (
    <div class="row">
      <Badge>Closed</Badge>
      <Badge tone="accent">New</Badge>
      <Badge tone="success">Open</Badge>
      <Badge tone="warning">Waiting</Badge>
      <Badge tone="danger">Bounced</Badge>
    </div>
  ),
  Count: () => (
    <Badge tone="accent" said="12 new">
      12
    </Badge>
  ),
};
