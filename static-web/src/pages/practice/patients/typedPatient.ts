import type { Patient, PatientForm } from '../../../api/types.ts';
import { emptyDate, type TypedDate, toIsoDate } from '../../../ui/DateField/DateField.tsx';

export const textFields = ['firstName', 'lastName', 'code', 'email', 'mobile', 'landline'] as const;

export interface TypedPatient extends Readonly<Record<(typeof textFields)[number], string>> {
  readonly born: TypedDate;
  /** Empty for the practice's. */
  readonly language: '' | Patient['language'];
}

export function typedOf(patient: Patient | undefined): TypedPatient {
  const [year = '', month = '', day = ''] = patient?.birthDate?.split('-') ?? [];
  return {
    firstName: patient?.firstName ?? '',
    lastName: patient?.lastName ?? '',
    code: patient?.code ?? '',
    email: patient?.email ?? '',
    mobile: patient?.mobile ?? '',
    landline: patient?.landline ?? '',
    born: patient?.birthDate === undefined ? emptyDate : { year, month, day },
    language: patient?.language ?? '',
  };
}

export function isEmpty(date: TypedDate): boolean {
  return Object.values(date).every((part) => part.trim() === '');
}

export function formOf({ firstName, lastName, born, language, ...typed }: TypedPatient): PatientForm {
  const birthDate = toIsoDate(born);
  return {
    ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== '')),
    firstName,
    lastName,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(language === '' ? {} : { language }),
  };
}
