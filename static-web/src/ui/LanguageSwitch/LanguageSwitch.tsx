import './LanguageSwitch.css';
import { useState } from 'preact/hooks';
import { base } from '../../i18n/areas/base/base.ts';
import { type Language, languageNames, languages } from '../../i18n/languages.ts';
import { useLanguage, useWords } from '../../i18n/WordsProvider.tsx';

export function LanguageSwitch() {
  const words = useWords(base);
  const { language, change } = useLanguage();
  const [failed, setFailed] = useState(false);
  const choose = (next: Language) => {
    change(next).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <div class="languages no-print">
      <fieldset class="languages-choice">
        <legend class="said">{words('language')}</legend>
        {languages.map((one) => (
          <button
            key={one}
            type="button"
            class="language"
            lang={one}
            aria-pressed={one === language}
            onClick={() => choose(one)}
          >
            {languageNames[one]}
          </button>
        ))}
      </fieldset>
      <p role="status">{failed ? words('languageFailed') : ''}</p>
    </div>
  );
}
