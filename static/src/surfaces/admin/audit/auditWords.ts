import type { Act, SettingChange } from '../../../../../src/contract';
import { RUN, RUN_TITLE } from '../../../../../src/domain/work/workItem';
import { type Format, NONE } from '../../../shared/format';

/** What settings are called in a list of those that changed. `share`: a share, shown in percent */
const SETTINGS: Record<SettingChange['setting'], { name: string; share?: true }> = {
  editorGroups: { name: 'groups that may edit the strategy' },
  viewerGroups: { name: 'groups that may see the portfolio' },
  totalsGroups: { name: 'groups whose figures cover every project' },
  guardrail: { name: 'guardrail', share: true },
  cadenceDays: { name: 'days between check-ins' },
  responseDays: { name: 'days to answer a signal' },
  estimateFields: { name: 'estimate fields' },
  excludedProjects: { name: 'excluded projects' },
  objectiveTypes: { name: 'types of issues that are objectives' },
  objectiveLinks: { name: 'types of links to objectives' },
  ownQuotaShare: { name: 'share of rate points', share: true },
};

/** What somebody did, after their name. */
export const actWords = (act: Act, format: Format): string => {
  switch (act.what) {
    case 'settings':
      return `changed the settings: ${act.changed.map((change) => settingWords(change, format)).join('; ')}`;
    case 'dropped':
      return `decided what counts as dropped: ${decided(act.resolutions, 'resolution', format)}, ${decided(act.statuses, 'status', format)}`;
    case 'links':
      return `linked ${format.count(act.issues, 'issue')} to ${servedName(act.to)}`;
    case 'unlinks':
      return `took back the link of ${format.count(act.issues, 'issue')} to ${servedName(act.from)}`;
    case 'ruleLinks':
      return `had ${format.count(act.issues, 'issue')} linked to ${servedName(act.to)} by a standing rule`;
    case 'rule':
      return `${act.on ? 'stated' : 'switched off'} a rule that links issues to ${servedName(act.to)} ${whereOf(act.project)}`;
    case 'ruleDeleted':
      return `deleted a rule that links issues to ${servedName(act.to)} ${whereOf(act.project)}`;
    case 'import':
      return `imported a strategy file: ${format.count(act.created, 'new objective')}, ${format.number(act.changed)} changed`;
    case 'archive':
      return `archived ${act.objective}`;
    case 'restore':
      return `brought ${act.objective} back from the archive`;
    case 'delete':
      return `deleted the draft ${act.objective}`;
    case 'sync':
      return 'started another full sync';
  }
};

/** Where a rule takes issues. The log holds no names, and a project is known by its id. */
const whereOf = (project: number | null): string => (project === null ? 'everywhere' : `in project ${project}`);

const servedName = (key: string): string => (key === RUN ? RUN_TITLE : key);

const decided = (count: number | null, what: 'resolution' | 'status', { number }: Format): string => {
  const [one, many] = what === 'status' ? ['status', 'statuses'] : ['resolution', 'resolutions'];
  return count === null ? `${many} by their names` : `${number(count)} ${count === 1 ? one : many}`;
};

const settingWords = ({ setting, before, after }: SettingChange, format: Format): string => {
  const { name, share } = SETTINGS[setting];
  const value = (number: number | null) =>
    number === null ? NONE : share ? format.percent(number) : format.number(number);
  // As many as before, but others.
  return before === after ? `other ${name}` : `${name} from ${value(before)} to ${value(after)}`;
};
