import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { Failure } from '../api/failure.ts';
import type { DeliveryChoice, Session, SignInState } from '../api/types.ts';
import { code as codeArea } from '../i18n/areas/code/code.ts';
import { delivery } from '../i18n/areas/delivery/delivery.ts';
import { forms } from '../i18n/areas/forms/forms.ts';
import { CodeForm } from '../proving/CodeForm.tsx';
import { DeliveryForm } from '../proving/DeliveryForm.tsx';

export const areas = [forms, delivery, codeArea];

interface SecondStepProps {
  readonly begun: SignInState;
  readonly onSignedIn: (session: Session) => void;
  /** The password holds no longer: it is asked for again. */
  readonly onOver: () => void;
}

/** The code that the practice asks for after the password. */
export function Part({ begun, onSignedIn, onOver }: SecondStepProps) {
  const [state, setState] = useState(begun);
  const [changing, setChanging] = useState(false);
  const attempt = async (act: () => Promise<{ readonly body: SignInState }>) => {
    try {
      const { body } = await act();
      setChanging(false);
      if (body.session === undefined) {
        setState(body);
      } else {
        onSignedIn(body.session);
      }
      return body.code;
    } catch (error) {
      if (error instanceof Failure && error.problem?.code === 'link-not-open') {
        onOver();
        return undefined;
      }
      throw error;
    }
  };
  if (state.step === 'code' && !changing) {
    return (
      <CodeForm
        heading="section"
        sent={state.code}
        answer={async (code) => void (await attempt(() => api.post('/sign-in/code', { body: { code } })))}
        resend={() => attempt(() => api.post('/sign-in/code/resend'))}
        onChangeDelivery={() => setChanging(true)}
      />
    );
  }
  const choose = async (body: DeliveryChoice) => void (await attempt(() => api.post('/sign-in/delivery', { body })));
  return <DeliveryForm heading="section" phones={state.phones} choose={choose} />;
}
