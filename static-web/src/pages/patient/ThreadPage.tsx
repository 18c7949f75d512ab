import { useState } from 'preact/hooks';
import { patient } from '../../i18n/areas/patient/patient.ts';
import { useWords } from '../../i18n/WordsProvider.tsx';
import { paths } from '../../navigation/paths.ts';
import { TalkPanel } from '../../talk/TalkPanel.tsx';
import { BackIcon } from '../../ui/Icon/MoveIcons.tsx';
import { PageHeading } from '../../ui/PageHeading/PageHeading.tsx';

/** One conversation with somebody of a practice. */
export function ThreadPage({ threadId }: { readonly threadId: string }) {
  const words = useWords(patient);
  const [title, setTitle] = useState(words('inbox'));
  return (
    <div class="stack">
      <p>
        <a class="row" href={paths.inbox.to()}>
          <BackIcon size={16} />
          {words('back')}
        </a>
      </p>
      <PageHeading text={title} />
      <TalkPanel
        threadId={threadId}
        label={(thread) => words('yourMessage', { name: thread.subject })}
        onThread={(thread) => setTitle(words('threadWith', { name: thread.subject, practice: thread.practiceName }))}
      />
    </div>
  );
}
