import { base } from '../../i18n/areas/base/base.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { front } from '../../i18n/areas/front/front.ts';
import { signing } from '../../i18n/areas/signing/signing.ts';
import { start } from '../../start.tsx';
import { FrontPage } from './FrontPage.tsx';

await start([base, forms, front, signing], <FrontPage />);
