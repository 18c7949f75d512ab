import { base } from '../../i18n/areas/base/base.ts';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { patient } from '../../i18n/areas/patient/patient.ts';
import { start } from '../../start.tsx';
import { InboxPage } from './InboxPage.tsx';

await start([base, inside, patient], <InboxPage />);
