import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Message } from '../api/types.ts';
import { FormProblems } from '../forms/FormProblems.tsx';
import { useSubmission } from '../forms/useSubmission.ts';
import { correcting } from '../i18n/areas/correcting/correcting.ts';
import { talk } from '../i18n/areas/talk/talk.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import { useSession } from '../session/Signed.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Dialog } from '../ui/Dialog/Dialog.tsx';
import { TextField } from '../ui/TextField/TextField.tsx';

interface CorrectDialogProps {
  readonly threadId: string;
  readonly message: Message;
  readonly onClose: () => void;
}

/** Puts a message right that nobody has read. Somebody who reads it meanwhile wins, and what was typed stays. */
export function Part({ threadId, message, onClose }: CorrectDialogProps) {
  const words = useWords(correcting);
  const talkWords = useWords(talk);
  const { lost } = useSession();
  const [text, setText] = useState(message.text);
  const submission = useSubmission({ sentences: {} });
  const send = async () => {
    try {
      const path = { threadId, messageId: message.messageId };
      await api.patch('/threads/{threadId}/messages/{messageId}', { path, body: { text } });
      onClose();
    } catch (error) {
      if (!lost(error)) {
        throw error;
      }
    }
  };
  return (
    <Dialog
      open
      title={words('correctTitle')}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={submission.busy} onClick={() => void submission.submit(() => [], send)}>
          {words('correctSave')}
        </Button>
      }
    >
      <FormProblems submission={submission} known={{ 'already-read': talkWords('alreadyRead') }} />
      <TextField
        label={words('correctText')}
        autocomplete="off"
        lines={5}
        maxLength={20_000}
        value={text}
        onInput={setText}
      />
    </Dialog>
  );
}

export const areas = [correcting];
