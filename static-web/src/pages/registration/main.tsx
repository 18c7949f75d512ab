import { base } from '../../i18n/areas/base/base.ts';
import { registration } from '../../i18n/areas/registration/registration.ts';
import { start } from '../../start.tsx';
import { RegistrationPage } from './RegistrationPage.tsx';

await start([base, registration], <RegistrationPage />);
