import { account } from '../../i18n/areas/account/account.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { patient } from '../../i18n/areas/patient/patient.ts';
import { signing } from '../../i18n/areas/signing/signing.ts';
import { talk } from '../../i18n/areas/talk/talk.ts';
import { paths } from '../../navigation/paths.ts';
import { followLinks } from '../../navigation/useAddress.ts';
import { start } from '../../start.tsx';
import { PatientPages } from './PatientPages.tsx';

followLinks(paths.inbox.to(), paths.sharedList.to());
await start([account, base, forms, inside, patient, signing, talk], <PatientPages />);
