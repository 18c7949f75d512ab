import type { Patient } from '../../../api/types.ts';
import { patientForm } from '../../../i18n/areas/patientForm/patientForm.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { paths } from '../../../navigation/paths.ts';
import { PageHeading } from '../../../ui/PageHeading/PageHeading.tsx';
import { useToast } from '../../../ui/Toast/Toast.tsx';
import { PatientForm } from './PatientForm.tsx';

export const areas = [patientForm];

interface PatientFormPageProps {
  readonly practiceId: string;
  /** Whoever is changed; without one somebody is added. */
  readonly patient?: Patient;
  readonly onSaved: (patient: Patient) => void;
}

/** The form of one patient, on a page of its own. */
export function Part({ practiceId, patient, onSaved }: PatientFormPageProps) {
  const words = useWords(patientForm);
  const toast = useToast();
  const { patientId } = patient ?? {};
  return (
    <div class="stack">
      <PageHeading
        text={patient ? words('editTitle', { name: `${patient.firstName} ${patient.lastName}` }) : words('newTitle')}
      />
      <PatientForm
        practiceId={practiceId}
        {...(patient && { patient })}
        onSaved={(saved) => {
          toast({ text: words('saved') });
          onSaved(saved);
        }}
        back={patientId === undefined ? paths.patients.to({ practiceId }) : paths.patient.to({ practiceId, patientId })}
      />
    </div>
  );
}
