import { account } from '../../i18n/areas/account/account.ts';
import { archiving } from '../../i18n/areas/archiving/archiving.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { patients } from '../../i18n/areas/patients/patients.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { signing } from '../../i18n/areas/signing/signing.ts';
import { talk } from '../../i18n/areas/talk/talk.ts';
import { paths } from '../../navigation/paths.ts';
import { followLinks } from '../../navigation/useAddress.ts';
import { start } from '../../start.tsx';
import { PracticePages } from './PracticePages.tsx';

followLinks(paths.practice.to());
await start([account, archiving, base, forms, inside, patients, practice, signing, talk], <PracticePages />);
