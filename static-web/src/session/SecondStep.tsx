import { useCallback, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { Failure } from '../api/failure.ts';
import type { DeliveryChoice, Session, SignInState } from '../api/types.ts';
import { appCode } from '../i18n/areas/appCode/appCode.ts';
import { code as codeArea } from '../i18n/areas/code/code.ts';
import { delivery } from '../i18n/areas/delivery/delivery.ts';
import { forms } from '../i18n/areas/forms/forms.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { AppCodeForm } from '../proving/AppCodeForm.tsx';
import { CodeForm } from '../proving/CodeForm.tsx';
import { DeliveryForm } from '../proving/DeliveryForm.tsx';
import { Button } from '../ui/Button/Button.tsx';

export const areas = [forms, delivery, codeArea, appCode];

interface SecondStepProps {
  readonly begun: SignInState;
  readonly onSignedIn: (session: Session) => void;
  /** The password holds no longer: it is asked for again. */
  readonly onOver: () => void;
}

/** After the password: the code of the person's own app, or one that is sent to a phone. */
export function Part({ begun, onSignedIn, onOver }: SecondStepProps) {
  const [state, setState] = useState(begun);
  const words = useWords(appCode);
  const [changing, setChanging] = useState(false);
  const [byPhone, setByPhone] = useState(!begun.authenticator);
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
      if (isOver(error)) {
        onOver();
        return undefined;
      }
      throw error;
    }
  };
  const look = useCallback(() => {
    api.get('/sign-in').then(
      ({ body }) => setState(body),
      (error: unknown) => void (isOver(error) && onOver()),
    );
  }, [onOver]);
  if (!byPhone) {
    return (
      <AppCodeForm
        answer={async (code) => void (await attempt(() => api.post('/sign-in/authenticator', { body: { code } })))}
        other={
          state.phones.length > 0 && (
            <Button kind="quiet" onClick={() => setByPhone(true)}>
              {words('usePhone')}
            </Button>
          )
        }
      />
    );
  }
  if (state.step === 'code' && !changing) {
    return (
      <CodeForm
        heading="section"
        sent={state.code}
        look={look}
        answer={async (code) => void (await attempt(() => api.post('/sign-in/code', { body: { code } })))}
        resend={() => attempt(() => api.post('/sign-in/code/resend'))}
        onChangeDelivery={() => setChanging(true)}
      />
    );
  }
  const choose = async (body: DeliveryChoice) => void (await attempt(() => api.post('/sign-in/delivery', { body })));
  return <DeliveryForm heading="section" phones={state.phones} choose={choose} />;
}

function isOver(error: unknown): boolean {
  return error instanceof Failure && error.problem?.code === 'link-not-open';
}
