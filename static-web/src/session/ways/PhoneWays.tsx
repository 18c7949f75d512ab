import { useCallback, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { Account, ProofPhone } from '../../api/types.ts';
import { delivery } from '../../i18n/areas/delivery/delivery.ts';
import { phone as phoneArea } from '../../i18n/areas/phone/phone.ts';
import { ways } from '../../i18n/areas/ways/ways.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { CodeForm } from '../../proving/CodeForm.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { RadioCards } from '../../ui/RadioCards/RadioCards.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { useToast } from '../../ui/Toast/Toast.tsx';
import { useSession } from '../Signed.tsx';
import type { AccountProps } from '../useAccount.ts';
import { WithPassword } from './WithPassword.tsx';

type Way = 'text' | 'cellCall' | 'landlineCall';

/** The phones that codes go to. */
export function PhoneWays({ account, onChange }: AccountProps) {
  const words = useWords(ways);
  const names = useWords(delivery);
  const toast = useToast();
  const [doing, setDoing] = useState<'adding' | ProofPhone | undefined>(undefined);
  const nameOf = (phone: ProofPhone) =>
    names('phoneEnding', {
      kind: names(phone.kind === 'cell' ? 'cell' : 'landline'),
      digits: phone.masked.slice(-2),
    });
  const done = (changed: Account, text: string) => {
    onChange(changed);
    setDoing(undefined);
    toast({ text });
  };
  return (
    <div class="stack">
      <h3>{words('phones')}</h3>
      <p class="soft">{words('phonesText')}</p>
      <ul class="plain-list">
        {account.phones.map((phone) => (
          <li key={phone.phoneId} class="plain-list-item">
            <strong>{nameOf(phone)}</strong>
            {account.phones.length > 1 && (
              <Button kind="quiet" name={words('removeName', { name: nameOf(phone) })} onClick={() => setDoing(phone)}>
                {words('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {typeof doing === 'object' && (
        <WithPassword
          id="remove-phone"
          text={words('removePhoneText', { name: nameOf(doing) })}
          action={words('remove')}
          act={async (password) => {
            const { body } = await api.post('/account/phones/{phoneId}/remove', {
              path: { phoneId: doing.phoneId },
              body: { password },
            });
            done(body, words('removed'));
          }}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {account.newPhone !== undefined && doing !== 'adding' ? (
        <NewPhoneCode
          account={account}
          onChange={onChange}
          onDone={(changed) => done(changed, words('phoneAdded'))}
          onOther={() => setDoing('adding')}
        />
      ) : doing === 'adding' ? (
        <NewPhone
          account={account}
          onChange={(changed) => {
            onChange(changed);
            setDoing(undefined);
          }}
          onCancel={() => setDoing(undefined)}
        />
      ) : (
        <div class="row">
          <Button onClick={() => setDoing('adding')}>{words('addPhone')}</Button>
        </div>
      )}
    </div>
  );
}

function NewPhone({ onChange, onCancel }: AccountProps & { readonly onCancel: () => void }) {
  const words = useWords(ways);
  const phones = useWords(phoneArea);
  const codes = useWords(delivery);
  const [number, setNumber] = useState('');
  const [way, setWay] = useState<Way | undefined>(undefined);
  return (
    <WithPassword
      id="add-phone"
      text={words('addPhoneText')}
      action={codes('send')}
      explanations={{
        sentences: {
          'phone-malformed': phones('phoneMalformed'),
          'phone-country-not-served': phones('phoneCountry'),
          'phone-not-allowed': phones('phoneNotAllowed'),
          'phone-known': words('phoneKnown'),
          'not-a-text-number': codes('phoneNotAllowed'),
        },
        fields: { number: 'new-number', channel: 'new-way' },
      }}
      known={{
        'too-many-codes': codes('tooManyCodes'),
        'too-many-phones': words('tooManyPhones'),
        'resend-too-soon': words('tooSoon'),
      }}
      check={() => [
        ...(number.trim() === '' ? [{ fieldId: 'new-number', message: phones('phoneMalformed') }] : []),
        ...(way === undefined ? [{ fieldId: 'new-way', message: codes('deliveryMissing') }] : []),
      ]}
      act={async (password) => {
        const { body } = await api.post('/account/phones', {
          body: {
            password,
            number,
            kind: way === 'landlineCall' ? 'landline' : 'cell',
            channel: way === 'text' ? 'text' : 'call',
          },
        });
        onChange(body);
      }}
      onCancel={onCancel}
    >
      {(errorOf) => (
        <>
          <TextField
            id="new-number"
            label={words('number')}
            hint={words('numberHint')}
            type="tel"
            autocomplete="tel"
            value={number}
            onInput={setNumber}
            error={errorOf('new-number')}
          />
          <RadioCards<Way>
            id="new-way"
            label={words('kind')}
            value={way}
            onChange={setWay}
            cards={[
              { value: 'text', label: words('cellByText') },
              { value: 'cellCall', label: words('cellByCall') },
              { value: 'landlineCall', label: words('landlineByCall') },
            ]}
            error={errorOf('new-way')}
          />
        </>
      )}
    </WithPassword>
  );
}

interface NewPhoneCodeProps extends AccountProps {
  readonly onDone: (account: Account) => void;
  readonly onOther: () => void;
}

function NewPhoneCode({ account, onChange, onDone, onOther }: NewPhoneCodeProps) {
  const { lost } = useSession();
  const look = useCallback(() => {
    api.get('/account').then(({ body }) => onChange(body), lost);
  }, [onChange, lost]);
  return (
    <CodeForm
      heading="section"
      sent={account.newPhone}
      look={look}
      answer={async (code) => onDone((await api.post('/account/phones/code', { body: { code } })).body)}
      resend={async () => {
        const { body } = await api.post('/account/phones/code/resend');
        onChange(body);
        return body.newPhone;
      }}
      onChangeDelivery={onOther}
    />
  );
}
