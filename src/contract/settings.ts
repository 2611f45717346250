import type { Answer, ProjectRef } from './common';

export type Group = { id: string; name: string };

/** A field of the site. */
export type NamedField = { id: string; name: string };

export type Settings = {
  /** who may edit the strategy, beside Jira admins */
  editorGroups: Group[];
  /** who may see the portfolio and totals; empty: every licensed user */
  viewerGroups: Group[];
  /** the largest share of effort for run-the-business work, 0…1; `null`: no limit */
  guardrail: number | null;
  /** days from one check-in of an objective to the next */
  cadenceDays: number;
  /** days in which a signal should be answered */
  responseDays: number;
  /** the fields with an issue's estimate, of which the first with a value counts; empty: Jira's own story points */
  estimateFields: NamedField[];
  /** projects whose work does not count and is not stored */
  excludedProjects: ProjectRef[];
  /** the share of the site's own rate points that the app may use, 0…1, if it has its own */
  ownQuotaShare: number;
};

/** What an admin can choose from. */
export type SettingChoices = { numberFields: NamedField[]; projects: ProjectRef[] };

/** The viewer's roles. */
export type MyAccess = { seePortfolio: boolean; editStrategy: boolean; administer: boolean };

export type SettingsCalls = {
  myAccess: (payload: Record<string, never>) => Answer<MyAccess>;
  /** Jira admins. */
  settings: (payload: Record<string, never>) => Answer<Settings>;
  /** Jira admins. */
  settingChoices: (payload: Record<string, never>) => Answer<SettingChoices>;
  /** Jira admins. */
  saveSettings: (payload: Settings) => Answer<Settings>;
};
