import { base } from '../../i18n/areas/base/base.ts';
import { inside } from '../../i18n/areas/inside/inside.ts';
import { practice } from '../../i18n/areas/practice/practice.ts';
import { start } from '../../start.tsx';
import { CasesPage } from './CasesPage.tsx';

await start([base, inside, practice], <CasesPage />);
