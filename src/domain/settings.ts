import type { ProjectRef } from './work/workItem';

export type Group = { id: string; name: string };

/** A field of the site. */
export type NamedField = { id: string; name: string };

/** What a Jira admin decides. */
export type Settings = {
  /** who may edit the strategy, beside Jira admins */
  editorGroups: Group[];
  /** who may see the portfolio; empty: every licensed user */
  viewerGroups: Group[];
  /** whose totals cover every project, beside Jira admins; empty: strategy editors */
  totalsGroups: Group[];
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
  /** the types of issues that are objectives, and the types of links that join work to them */
  objectiveTypes: NamedField[];
  objectiveLinks: NamedField[];
  /** the share of the site's own rate points that the app may use, 0…1, if it has its own */
  ownQuotaShare: number;
};

type Rule<Value> = { isKept: (value: Value) => boolean; message: string };

const atMost = (most: number, what: string): Rule<readonly unknown[]> => ({
  isKept: (chosen) => chosen.length <= most,
  message: `Choose at most ${most} ${what}.`,
});

const wholeDays: Rule<number> = {
  isKept: (days) => Number.isInteger(days) && days >= 1 && days <= 365,
  message: 'Give whole days, from 1 to 365.',
};

/** How many types of issues, and of links, may hold the strategy. */
export const MOST_STRATEGY_TYPES = 10;

/** The limits of each setting. */
const RULES: { [Field in keyof Settings]: Rule<Settings[Field]> } = {
  editorGroups: atMost(20, 'groups'),
  viewerGroups: atMost(20, 'groups'),
  totalsGroups: atMost(20, 'groups'),
  guardrail: {
    isKept: (share) => share === null || (share >= 0 && share <= 1),
    message: 'Give a percentage from 0 to 100, or leave it empty.',
  },
  cadenceDays: wholeDays,
  responseDays: wholeDays,
  estimateFields: atMost(5, 'fields'),
  excludedProjects: atMost(200, 'projects'),
  objectiveTypes: atMost(MOST_STRATEGY_TYPES, 'types'),
  objectiveLinks: atMost(MOST_STRATEGY_TYPES, 'types of links'),
  // With less the app could not keep up with Jira. With more nothing would be left for visitors of its pages, and Jira
  // counts some calls dearer than documented.
  ownQuotaShare: {
    isKept: (share) => share >= 0.2 && share <= 0.95,
    message: 'Give a percentage from 20 to 95.',
  },
};

type SettingsProblem = { field: keyof Settings; message: string };

/** Everything that is wrong with settings, a sentence for each field. */
export const settingsProblems = (settings: Settings): SettingsProblem[] => {
  const isKept = <Field extends keyof Settings>(field: Field): boolean => RULES[field].isKept(settings[field]);
  return (Object.keys(RULES) as (keyof Settings)[])
    .filter((field) => !isKept(field))
    .map((field) => ({ field, message: RULES[field].message }));
};
