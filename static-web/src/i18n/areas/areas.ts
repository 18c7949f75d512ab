import { base } from './base/base.ts';
import { forms } from './forms/forms.ts';
import { front } from './front/front.ts';
import { inside } from './inside/inside.ts';
import { patient } from './patient/patient.ts';
import { practice } from './practice/practice.ts';
import { registration } from './registration/registration.ts';
import { talk } from './talk/talk.ts';

/** All there are, for the tests and the fixtures. A page lists only those it uses. */
export const allAreas = [base, forms, front, inside, patient, practice, registration, talk] as const;
