import type { Group, NamedField, Settings } from '../domain/settings';
import type { Answer, ProjectRef } from './common';

export type { Group, NamedField, Settings };

/** What an admin can choose from. */
export type SettingChoices = {
  numberFields: NamedField[];
  projects: ProjectRef[];
  issueTypes: NamedField[];
  linkTypes: NamedField[];
};

/** An issue that would be an objective. `below`, `linked`: units that would serve it by the hierarchy and by links */
export type PreviewedObjective = {
  issueId: string;
  below: number;
  linked: number;
  /** a stated objective has its key */
  isTaken: boolean;
};

/** What naming types of issues and links would make of the site. */
export type StrategyPreview = {
  /** by key; at most some hundreds */
  objectives: PreviewedObjective[];
  /** of how many issues the links join several objectives, of which the first key counts */
  choices: number;
  /** whether all was looked at */
  isWhole: boolean;
};

/** The viewer's roles. */
export type MyAccess = { seePortfolio: boolean; editStrategy: boolean; administer: boolean; seeAllTotals: boolean };

export type SettingsCalls = {
  myAccess: (payload: Record<string, never>) => Answer<MyAccess>;
  /** Jira admins. */
  settings: (payload: Record<string, never>) => Answer<Settings>;
  /** Jira admins. */
  settingChoices: (payload: Record<string, never>) => Answer<SettingChoices>;
  /** Jira admins. `types`, `links`: ids in Jira. Changes nothing. */
  previewStrategy: (payload: { types: string[]; links: string[] }) => Answer<StrategyPreview>;
  /** Jira admins. */
  saveSettings: (payload: Settings) => Answer<Settings>;
};
