import type { Settings } from './settings';
import type { Decisions, DroppedDecisions } from './work/dropped';

/**
 * A setting that changed: its number (`null`: none), or how many are chosen. Never a name: groups and projects have
 * them in Jira.
 */
export type SettingChange = { setting: keyof Settings; before: number | null; after: number | null };

/** Something that a person did which concerns many, as the audit log keeps it: numbers and keys, no text of Jira's. */
export type Act =
  | { what: 'settings'; changed: SettingChange[] }
  /** how many resolutions and statuses were decided to mean dropped; `null`: all go by their names */
  | { what: 'dropped'; resolutions: number | null; statuses: number | null }
  /** `to`: an objective's key, or `RUN` */
  | { what: 'links'; issues: number; to: string }
  /** links that were taken back; `from`: an objective's key, or `RUN` */
  | { what: 'unlinks'; issues: number; from: string }
  /** links that the app set because of a standing rule of theirs */
  | { what: 'ruleLinks'; issues: number; to: string }
  | { what: 'rule' | 'ruleDeleted'; to: string; project: number | null; on: boolean }
  | { what: 'import'; created: number; changed: number }
  | { what: 'archive' | 'restore' | 'delete'; objective: string }
  | { what: 'sync' };

/** The place of a line in the log (`at`: epoch milliseconds). Ids break ties: TiDB does not give them out in order. */
export type AuditPlace = { at: number; id: number };

/** What differs between two states of the settings. */
export const settingChanges = (before: Settings, after: Settings): SettingChange[] =>
  (Object.keys(after) as (keyof Settings)[])
    .filter((setting) => JSON.stringify(before[setting]) !== JSON.stringify(after[setting]))
    .map((setting) => ({ setting, before: numberOf(before[setting]), after: numberOf(after[setting]) }));

/** The line about decisions on what counts as dropped. */
export const decisionsMade = ({ resolution, status }: DroppedDecisions): Act => ({
  what: 'dropped',
  resolutions: droppedIn(resolution),
  statuses: droppedIn(status),
});

const droppedIn = (decisions: Decisions): number | null => {
  const decided = Object.values(decisions);
  return decided.length === 0 ? null : decided.filter((isDropped) => isDropped).length;
};

const numberOf = (value: Settings[keyof Settings]): number | null => (Array.isArray(value) ? value.length : value);
