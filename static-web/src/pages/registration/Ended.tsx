import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { describeFailure } from '../../errors/describeFailure.ts';
import { base } from '../../i18n/areas/base/base.ts';
import { ended } from '../../i18n/areas/ended/ended.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { Banner } from '../../ui/Banner/Banner.tsx';
import { Button, LinkButton } from '../../ui/Button/Button.tsx';
import { NarrowShell } from '../../ui/NarrowShell/NarrowShell.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';

export const areas = [ended];

interface EndedProps {
  /** The link opens nothing any more, or the registration goes on in another browser. */
  readonly kind: 'over' | 'elsewhere';
  readonly token: string;
  readonly onBegin: () => void;
}

/** Where a link leads that cannot go on here. */
export function Part({ kind, token, onBegin }: EndedProps) {
  return kind === 'over' ? <LinkOver token={token} /> : <Elsewhere onBegin={onBegin} />;
}

function Elsewhere({ onBegin }: { readonly onBegin: () => void }) {
  const words = useWords(ended);
  return (
    <NarrowShell>
      <PageHeading text={words('otherTitle')} />
      <p>{words('otherText')}</p>
      <Button kind="primary" wide onClick={onBegin}>
        {words('beginHere')}
      </Button>
    </NarrowShell>
  );
}

/** The same words for every link that is over, whether or not there ever was an invitation. */
function LinkOver({ token }: { readonly token: string }) {
  const words = useWords(ended);
  const baseWords = useWords(base);
  const [asked, setAsked] = useState<'no' | 'asking' | 'yes'>('no');
  const [error, setError] = useState<unknown>(undefined);
  const ask = () => {
    setAsked('asking');
    api.post('/registration/new-link', {}, { link: token }).then(
      () => setAsked('yes'),
      (failure: unknown) => {
        setAsked('no');
        setError(failure);
      },
    );
  };
  return (
    <NarrowShell>
      <PageHeading text={words('overTitle')} />
      <p>{words('overText')}</p>
      {error !== undefined && <Banner kind="error">{describeFailure(error, baseWords)}</Banner>}
      {asked === 'yes' ? (
        <Banner kind="success">{words('asked')}</Banner>
      ) : (
        <Button kind="primary" wide busy={asked === 'asking'} onClick={ask}>
          {words('askNew')}
        </Button>
      )}
      <LinkButton to={paths.front.to()}>{words('toSignIn')}</LinkButton>
    </NarrowShell>
  );
}
