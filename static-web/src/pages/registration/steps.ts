import type { RegistrationState } from '../../api/types.ts';
import { type Later, later } from '../../later/later.tsx';

export interface StepPartProps {
  readonly token: string;
  readonly state: RegistrationState;
  readonly onState: (state: RegistrationState) => void;
  /** True where the whole page has changed for it: the link is over, or goes on elsewhere. */
  readonly onFailed: (error: unknown) => boolean;
  /** Goes back to how the code is sent, which the server allows until the code was right. */
  readonly onChangeDelivery: () => void;
}

interface StepPart {
  readonly name: RegistrationState['step'];
  readonly Part: Later<StepPartProps>;
}

const afterIdentity: readonly StepPart[] = [
  { name: 'phone', Part: later(() => import('./PhoneStep.tsx')) },
  { name: 'delivery', Part: later(() => import('./DeliveryStep.tsx')) },
  { name: 'code', Part: later(() => import('./CodeStep.tsx')) },
  { name: 'terms', Part: later(() => import('./TermsStep.tsx')) },
  { name: 'password', Part: later(() => import('./PasswordStep.tsx')) },
  { name: 'signIn', Part: later(() => import('./SignInStep.tsx')) },
];
const withBirthDate: readonly StepPart[] = [
  { name: 'birthDate', Part: later(() => import('./BirthDateStep.tsx')) },
  ...afterIdentity,
];

/** The steps in their order; members are not asked for a birth date. */
export function stepsOf(state: RegistrationState): readonly StepPart[] {
  return state.kind === 'patient' ? withBirthDate : afterIdentity;
}
