import type { PatientInfoKind } from '../../../api/types.ts';
import { sharing } from '../../../i18n/areas/sharing/sharing.ts';
import { useWords } from '../../../i18n/WordsProvider.tsx';
import { Checkbox } from '../../../ui/Checkbox/Checkbox.tsx';
import { patientInfoKinds } from './sharing.ts';

interface PatientInfoBoxesProps {
  readonly legend: string;
  readonly hint?: string;
  readonly chosen: readonly PatientInfoKind[];
  readonly onChange: (chosen: readonly PatientInfoKind[]) => void;
}

/** The kinds of Standard Patient Info, always in the same order. */
export function PatientInfoBoxes({ legend, hint, chosen, onChange }: PatientInfoBoxesProps) {
  const words = useWords(sharing);
  return (
    <fieldset class="stack">
      <legend>{legend}</legend>
      {hint !== undefined && <p class="soft">{hint}</p>}
      {patientInfoKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={words(`info.${kind}`)}
          checked={chosen.includes(kind)}
          onChange={(checked) =>
            onChange(patientInfoKinds.filter((one) => (one === kind ? checked : chosen.includes(one))))
          }
        />
      ))}
    </fieldset>
  );
}
