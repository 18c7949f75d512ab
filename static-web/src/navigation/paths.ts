import { path } from './path.ts';

/** Every address of these pages. An address is never put together anywhere else. */
export const paths = {
  front: path('/'),
  register: path('/register'),
  inbox: path('/inbox'),
  practice: path('/practice'),
} as const;
