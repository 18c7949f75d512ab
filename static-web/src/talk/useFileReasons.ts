import { describeFailure } from '../errors/describeFailure.ts';
import { base } from '../i18n/areas/base/base.ts';
import { talk } from '../i18n/areas/talk/talk.ts';
import { useWords } from '../i18n/WordsProvider.tsx';
import type { FileReasons } from './useUploads.ts';

/** Says why a file is not taken. */
export function useFileReasons(): FileReasons {
  const words = useWords(talk);
  const baseWords = useWords(base);
  const known: Readonly<Record<string, string>> = {
    malware: words('file.malware'),
    typeMismatch: words('file.typeMismatch'),
    tooLarge: words('file.tooLarge'),
    'file-too-large': words('file.tooLarge'),
    empty: words('file.empty'),
    'file-empty': words('file.empty'),
    broken: words('file.broken'),
    'file-type-not-taken': words('file.typeNotTaken'),
    'too-much-uploaded': words('file.tooMuch'),
    'file-name-missing': words('file.typeNotTaken'),
  };
  return (reason, error) => known[reason] ?? describeFailure(error, baseWords, { known, kept: 'file' }).join(' ');
}
