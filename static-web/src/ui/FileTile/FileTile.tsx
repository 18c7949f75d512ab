import './FileTile.css';
import type { ComponentChildren } from 'preact';
import { talk } from '../../i18n/areas/talk/talk.ts';
import { formatSize } from '../../i18n/format.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';
import { CloseIcon } from '../Icon/MoveIcons.tsx';
import { ErrorIcon } from '../Icon/StatusIcons.tsx';
import { FileIcon, PauseIcon, ResumeIcon, RetryIcon } from '../Icon/TalkIcons.tsx';

export type FileState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'uploading'; readonly sentBytes: number }
  | { readonly kind: 'paused'; readonly sentBytes: number }
  /** All bytes are there; the service looks whether the file is what it says and harmless. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A further part has arrived. A file that was paused meanwhile stays so: the part was under way already. */
export function advanced(state: FileState, sentBytes: number): FileState {
  return { kind: state.kind === 'paused' ? 'paused' : 'uploading', sentBytes };
}

interface FileTileProps {
  readonly name: string;
  readonly bytes: number;
  readonly state: FileState;
  /** Shows the file once it is ready. */
  readonly onOpen?: () => void;
  readonly onPause?: () => void;
  readonly onResume?: () => void;
  readonly onCancel?: () => void;
  readonly onRetry?: () => void;
  /** Share File, Download. */
  readonly actions?: ComponentChildren;
}

export function FileTile(props: FileTileProps) {
  const { name, bytes, state, onOpen, actions } = props;
  const words = useWords(talk);
  const { locale } = useLanguage();
  const moving = state.kind === 'uploading' || state.kind === 'paused' ? state : undefined;
  return (
    <div class={`file file--${state.kind}`}>
      <span class="file-icon">{state.kind === 'failed' ? <ErrorIcon size={24} /> : <FileIcon size={24} />}</span>
      <div class="file-text">
        {onOpen !== undefined && state.kind === 'ready' ? (
          <button
            type="button"
            class="file-name file-open"
            title={name}
            aria-label={words('viewName', { name })}
            onClick={onOpen}
          >
            {name}
          </button>
        ) : (
          <span class="file-name" title={name}>
            {name}
          </span>
        )}
        <span class="file-note">
          <FileNote bytes={bytes} state={state} locale={locale} />
        </span>
      </div>
      <div class="file-actions">
        <FileControls {...props} />
        {actions}
      </div>
      {moving && (
        <progress class="file-progress" max={bytes} value={moving.sentBytes} aria-label={words('uploadOf', { name })} />
      )}
    </div>
  );
}

interface FileNoteProps {
  readonly bytes: number;
  readonly state: FileState;
  readonly locale: string;
}

function FileNote({ bytes, state, locale }: FileNoteProps) {
  const words = useWords(talk);
  const total = formatSize(locale, bytes);
  switch (state.kind) {
    case 'ready':
      return <>{total}</>;
    case 'uploading':
      return <>{words('uploaded', { sent: formatSize(locale, state.sentBytes), total })}</>;
    case 'paused':
      return <>{words('uploadPaused', { sent: formatSize(locale, state.sentBytes), total })}</>;
    case 'checking':
      return <>{words('fileChecking')}</>;
    case 'failed':
      return <span role="alert">{state.reason}</span>;
  }
}

function FileControls({ name, state, onPause, onResume, onCancel, onRetry }: FileTileProps) {
  const words = useWords(talk);
  return (
    <>
      {state.kind === 'uploading' && onPause && (
        <FileControl name={words('pauseFile', { name })} icon={<PauseIcon />} onClick={onPause} />
      )}
      {state.kind === 'paused' && onResume && (
        <FileControl name={words('resumeFile', { name })} icon={<ResumeIcon />} onClick={onResume} />
      )}
      {state.kind === 'failed' && onRetry && (
        <FileControl name={words('retryFile', { name })} icon={<RetryIcon />} onClick={onRetry} />
      )}
      {onCancel && <FileControl name={words('removeFile', { name })} icon={<CloseIcon />} onClick={onCancel} />}
    </>
  );
}

interface FileControlProps {
  readonly name: string;
  readonly icon: ComponentChildren;
  readonly onClick: () => void;
}

function FileControl({ name, icon, onClick }: FileControlProps) {
  return (
    <button type="button" class="file-control" aria-label={name} title={name} onClick={onClick}>
      {icon}
    </button>
  );
}
