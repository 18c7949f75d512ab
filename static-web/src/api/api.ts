import { createClient } from './client.ts';
import type { paths } from './schema.ts';

/** Every call of these pages to the service goes through here. */
export const api = createClient<paths>('/api');
