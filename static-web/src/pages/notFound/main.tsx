import { base } from '../../i18n/areas/base/base.ts';
import { front } from '../../i18n/areas/front/front.ts';
import { start } from '../../start.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

await start([base, front], <NotFoundPage />);
