import type { PracticeSettings } from '../../../api/types.ts';

/** Settings, and the version to name when they are changed. */
export interface ReadSettings {
  readonly settings: PracticeSettings;
  readonly etag: string;
}

export interface SettingsPartProps {
  readonly practiceId: string;
  readonly read: ReadSettings;
  readonly onSaved: (read: ReadSettings) => void;
  /** What somebody else saved meanwhile is wanted instead. */
  readonly onLoad: () => void;
}
