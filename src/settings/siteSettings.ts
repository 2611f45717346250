import { z } from 'zod';
import { isJiraId } from '../domain/jiraId';
import { AppError } from '../domain/appError';
import { type Settings, settingsProblems } from '../domain/settings';
import { readSetting, writeSetting } from '../store/runs/settingStore';

/** The name of the setting that holds them. */
export const SETTINGS = 'settings';

/** Until an admin decides. */
const DEFAULTS: Settings = {
  editorGroups: [],
  viewerGroups: [],
  totalsGroups: [],
  guardrail: null,
  cadenceDays: 30,
  responseDays: 14,
  estimateFields: [],
  excludedProjects: [],
  objectiveTypes: [],
  objectiveLinks: [],
  ownQuotaShare: 0.65,
};

const named = z.object({ id: z.string().min(1).max(255), name: z.string().max(255) });
const groups = z.array(named).max(1000);
const project = named.extend({ id: z.string().refine(isJiraId), key: z.string().max(255) });

const issueType = named.extend({ id: z.string().refine(isJiraId) });

/** Settings as a page sends them, and as they are stored. */
export const settingsShape = z.object({
  editorGroups: groups,
  viewerGroups: groups,
  totalsGroups: groups,
  guardrail: z.number().nullable(),
  cadenceDays: z.number(),
  responseDays: z.number(),
  estimateFields: z.array(named).max(1000),
  excludedProjects: z.array(project).max(1000),
  objectiveTypes: z.array(issueType).max(1000),
  objectiveLinks: z.array(issueType).max(1000),
  ownQuotaShare: z.number(),
});

/**
 * The settings from their stored value; `undefined`: none is stored. Older versions stored less; what is missing gets
 * its default.
 */
export const settingsFrom = (value: unknown): Settings => settingsShape.parse({ ...DEFAULTS, ...(value ?? {}) });

export const siteSettings = async (): Promise<Settings> => settingsFrom(await readSetting(SETTINGS));

/**
 * Stores settings.
 * @throws AppError `invalid` with the wrong field; then nothing is stored
 */
export const saveSettings = async (settings: Settings): Promise<Settings> => {
  const checked = checkedSettings(settings);
  await writeSetting(SETTINGS, checked);
  return checked;
};

/**
 * The settings as they are stored, each choice once.
 * @throws AppError `invalid` with the wrong field
 */
export const checkedSettings = (settings: Settings): Settings => {
  const checked: Settings = {
    ...settings,
    editorGroups: distinct(settings.editorGroups),
    viewerGroups: distinct(settings.viewerGroups),
    totalsGroups: distinct(settings.totalsGroups),
    estimateFields: distinct(settings.estimateFields),
    excludedProjects: distinct(settings.excludedProjects),
    objectiveTypes: distinct(settings.objectiveTypes),
    objectiveLinks: distinct(settings.objectiveLinks),
  };
  const [problem] = settingsProblems(checked);
  if (problem) throw new AppError('invalid', problem.message, problem.field);
  return checked;
};

const distinct = <T extends { id: string }>(chosen: readonly T[]): T[] => [
  ...new Map(chosen.map((one) => [one.id, one])).values(),
];

/** Whether a project is excluded. */
export const isExcluded = ({ excludedProjects }: Settings, project: number): boolean =>
  excludedProjects.some(({ id }) => Number(id) === project);
