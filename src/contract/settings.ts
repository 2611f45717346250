import type { Group, NamedField, Settings } from '../domain/settings';
import type { Answer, ProjectRef } from './common';

export type { Group, NamedField, Settings };

/** What an admin can choose from. */
export type SettingChoices = { numberFields: NamedField[]; projects: ProjectRef[] };

/** The viewer's roles. */
export type MyAccess = { seePortfolio: boolean; editStrategy: boolean; administer: boolean; seeAllTotals: boolean };

export type SettingsCalls = {
  myAccess: (payload: Record<string, never>) => Answer<MyAccess>;
  /** Jira admins. */
  settings: (payload: Record<string, never>) => Answer<Settings>;
  /** Jira admins. */
  settingChoices: (payload: Record<string, never>) => Answer<SettingChoices>;
  /** Jira admins. */
  saveSettings: (payload: Settings) => Answer<Settings>;
};
