import { base } from '../../i18n/areas/base/base.ts';
import { forms } from '../../i18n/areas/forms/forms.ts';
import { reset } from '../../i18n/areas/reset/reset.ts';
import { start } from '../../start.tsx';
import { ResetPage } from './ResetPage.tsx';

await start([base, forms, reset], <ResetPage />);
