import type { Answer, ProjectRef } from './common';

export type Group = { id: string; name: string };

/** A field of the site. */
export type NamedField = { id: string; name: string };

export type Settings = {
  /** who may edit the strategy, beside Jira admins */
  editorGroups: Group[];
  /** who may see the portfolio and totals; empty: every licensed user */
  viewerGroups: Group[];
  /** the most that run-the-business work should take of the effort, 0…1 */
  guardrail: number | null;
  /** how often an objective wants a check-in, in days */
  cadenceDays: number;
  /** how soon a signal wants an answer, in days */
  responseDays: number;
  /** the fields that give an issue's estimate, the first that has a value; empty: Jira's own story points */
  estimateFields: NamedField[];
  /** projects whose work does not count: the app keeps none of it */
  excludedProjects: ProjectRef[];
  /** where Jira gives the site a quota of rate points of its own: the part of it that the app may use, 0…1 */
  ownQuotaShare: number;
};

/** What an admin can choose from. */
export type SettingChoices = { numberFields: NamedField[]; projects: ProjectRef[] };

/** What the viewer may do. */
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
