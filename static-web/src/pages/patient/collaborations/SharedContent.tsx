import './shared.css';
import { useMemo } from 'preact/hooks';
import type { SharedCollaboration } from '../../../api/types.ts';
import { shared } from '../../../i18n/areas/shared/shared.ts';
import { formatDate } from '../../../i18n/format.ts';
import { useLanguage, useWords } from '../../../i18n/WordsProvider.tsx';
import { SentFile } from '../../../talk/SentFile.tsx';
import { TalkPanel } from '../../../talk/TalkPanel.tsx';
import { useViewer } from '../../../viewer/useViewer.tsx';

interface SharedContentProps {
  readonly collaborationId: string;
  readonly content: NonNullable<SharedCollaboration['content']>;
  /** The practice has closed it. */
  readonly closed: boolean;
}

/** What was shared: whom it is about, the message, what is attached, who else is in it, and the answers. */
export function SharedContent({ collaborationId, content, closed }: SharedContentProps) {
  const words = useWords(shared);
  const { locale } = useLanguage();
  const files = useMemo(
    () => content.attachments.map(({ file }) => ({ ...file, collaborationId })),
    [content, collaborationId],
  );
  const { view, viewer } = useViewer(files);
  const others = content.collaborators.filter((one) => !one.mine);
  const { patient } = content;
  return (
    <>
      <p class="shared-patient">
        <strong>{patient.name}</strong>
        {patient.birthDate !== undefined && (
          <span class="soft">
            {words('born', { date: formatDate({ locale, timeZone: 'UTC' }, new Date(patient.birthDate), 'day') })}
          </span>
        )}
      </p>
      <section class="stack">
        <h2>{words('message')}</h2>
        <p class="shared-message" dir="auto">
          {content.message}
        </p>
      </section>
      <section class="stack">
        <h2>{words('attachments')}</h2>
        {files.length === 0 ? (
          <p class="soft">{words('noAttachments')}</p>
        ) : (
          <ul class="shared-files">
            {files.map((file) => (
              <li key={file.fileId}>
                <SentFile file={file} onView={view} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {others.length > 0 && (
        <section class="stack">
          <h2>{words('also')}</h2>
          <ul class="shared-others">
            {others.map((one) => (
              <li key={`${one.name} ${one.organisation ?? ''}`}>
                {one.name}
                {one.organisation !== undefined && <span class="soft"> {one.organisation}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack">
        <h2>{words('thread')}</h2>
        <TalkPanel
          threadId={content.threadId}
          label={() => words('respond')}
          sendText={words('submit')}
          name={words('thread')}
          // It takes no more answers either where nobody of the practice is left who would read them.
          closedText={words(closed ? 'closedText' : 'nobodyReads')}
        />
      </section>
      {viewer}
    </>
  );
}
