import type { ComponentChildren } from 'preact';
import type { Patient, PatientSummary } from '../../../api/types.ts';
import { patients } from '../../../i18n/areas/patients/patients.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { useSession } from '../../../session/Signed.tsx';
import { PatientBar } from '../../../ui/PracticeShell/PracticeShell.tsx';
import { ageOn, todayIn } from './age.ts';
import { usePatient } from './usePatient.ts';

interface ChosenPatientProps {
  readonly practiceId: string;
  readonly patient: PatientSummary;
  readonly actions?: ComponentChildren;
}

/** The patient bar of a page that knows a patient's summary, such as a case: the phone follows when the record is there. */
export function ChosenPatient({ practiceId, patient, actions }: ChosenPatientProps) {
  const { patient: whole } = usePatient(practiceId, patient.patientId);
  return <PatientFacts practiceId={practiceId} patient={whole ? summaryOf(whole) : patient} actions={actions} />;
}

interface PatientFactsProps {
  readonly practiceId: string;
  readonly patient: PatientSummary & { readonly phone?: string | undefined };
  readonly actions?: ComponentChildren;
}

/** The patient bar: who it is, so that nobody mistakes one for another. */
export function PatientFacts({ practiceId, patient, actions }: PatientFactsProps) {
  const words = useWords(patients);
  const { locale } = useLanguage();
  const { session } = useSession();
  const { birthDate, phone } = patient;
  const born = (iso: string) => {
    const date = formatDate({ locale, timeZone: 'UTC' }, new Date(iso), 'day');
    const { years, months } = ageOn(iso, todayIn(session.timeZone, new Date()));
    // Of a small child a year is half a life.
    return years < 2 ? words('bornMonths', { date, count: months }) : words('bornYears', { date, count: years });
  };
  return (
    <PatientBar
      name={patient.name}
      to={paths.patient.to({ practiceId, patientId: patient.patientId })}
      facts={[
        ...(birthDate === undefined ? [] : [{ label: words('born'), value: born(birthDate) }]),
        { label: words('number'), value: patient.code },
        ...(phone === undefined ? [] : [{ label: words('phone'), value: phone }]),
      ]}
      actions={actions}
    />
  );
}

/** A patient as the bar and the lists name them. */
export function summaryOf(patient: Patient): PatientFactsProps['patient'] {
  return {
    patientId: patient.patientId,
    name: `${patient.firstName} ${patient.lastName}`,
    code: patient.code,
    ...(patient.birthDate === undefined ? {} : { birthDate: patient.birthDate }),
    phone: patient.mobile ?? patient.landline,
  };
}
