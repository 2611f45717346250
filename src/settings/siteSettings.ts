import { z } from 'zod';
import type { Settings } from '../contract';
import { AppError } from '../domain/appError';
import {
  isDays,
  isQuotaShare,
  isShare,
  MOST_DAYS,
  MOST_ESTIMATE_FIELDS,
  MOST_EXCLUDED,
  MOST_GROUPS,
} from '../domain/settings';
import { readSetting, writeSetting } from '../store/runs/settingStore';

export type SiteSettings = Settings;

/** The name of the setting that holds them. */
export const SETTINGS = 'settings';

/** Until an admin decides. */
const DEFAULTS: SiteSettings = {
  editorGroups: [],
  viewerGroups: [],
  guardrail: null,
  cadenceDays: 30,
  responseDays: 14,
  estimateFields: [],
  excludedProjects: [],
  ownQuotaShare: 0.65,
};

const named = z.object({ id: z.string(), name: z.string() });
const project = named.extend({ key: z.string() });

/** The stored shape. Older versions stored less; what is missing gets its default. */
const kept = z.object({
  editorGroups: z.array(named).default(DEFAULTS.editorGroups),
  viewerGroups: z.array(named).default(DEFAULTS.viewerGroups),
  guardrail: z.number().nullable().default(DEFAULTS.guardrail),
  cadenceDays: z.number().default(DEFAULTS.cadenceDays),
  responseDays: z.number().default(DEFAULTS.responseDays),
  estimateFields: z.array(named).default(DEFAULTS.estimateFields),
  excludedProjects: z.array(project).default(DEFAULTS.excludedProjects),
  ownQuotaShare: z.number().default(DEFAULTS.ownQuotaShare),
});

/** The settings from their stored value; `undefined`: none is stored. */
export const settingsFrom = (value: unknown): SiteSettings => kept.parse(value ?? {});

export const siteSettings = async (): Promise<SiteSettings> => settingsFrom(await readSetting(SETTINGS));

/**
 * Stores settings.
 * @throws AppError `invalid` with the wrong field; then nothing is stored
 */
export const saveSettings = async (settings: SiteSettings): Promise<SiteSettings> => {
  const checked = checkedSettings(settings);
  await writeSetting(SETTINGS, checked);
  return checked;
};

/**
 * The settings as they are stored, each choice once.
 * @throws AppError `invalid` with the wrong field
 */
export const checkedSettings = (settings: SiteSettings): SiteSettings => {
  const { guardrail, cadenceDays, responseDays } = settings;
  const wrong = (field: keyof SiteSettings, message: string): never => {
    throw new AppError('invalid', message, field);
  };
  if (guardrail !== null && !isShare(guardrail)) wrong('guardrail', 'The guardrail is a share from 0 to 100 %.');
  if (!isDays(cadenceDays)) wrong('cadenceDays', `The cadence is a whole number of days from 1 to ${MOST_DAYS}.`);
  if (!isDays(responseDays))
    wrong('responseDays', `The response time is a whole number of days from 1 to ${MOST_DAYS}.`);
  const { ownQuotaShare } = settings;
  if (!isQuotaShare(ownQuotaShare))
    wrong(
      'ownQuotaShare',
      'The share of the rate points is from 20 to 95 %: what is left is for the people at its pages.',
    );
  const chosen: SiteSettings = {
    editorGroups: distinct(settings.editorGroups),
    viewerGroups: distinct(settings.viewerGroups),
    guardrail,
    cadenceDays,
    responseDays,
    estimateFields: distinct(settings.estimateFields),
    excludedProjects: distinct(settings.excludedProjects),
    ownQuotaShare,
  };
  for (const field of ['editorGroups', 'viewerGroups'] as const) {
    if (chosen[field].length > MOST_GROUPS) {
      wrong(field, `Choose at most ${MOST_GROUPS} groups. A group that holds the others keeps the list short.`);
    }
  }
  if (chosen.estimateFields.length > MOST_ESTIMATE_FIELDS)
    wrong('estimateFields', `Choose at most ${MOST_ESTIMATE_FIELDS} fields.`);
  if (chosen.excludedProjects.length > MOST_EXCLUDED)
    wrong('excludedProjects', `Leave out at most ${MOST_EXCLUDED} projects.`);
  return chosen;
};

const distinct = <T extends { id: string }>(chosen: readonly T[]): T[] => [
  ...new Map(chosen.map((one) => [one.id, one])).values(),
];

/** Whether a project is excluded. */
export const isExcluded = ({ excludedProjects }: SiteSettings, project: number): boolean =>
  excludedProjects.some(({ id }) => Number(id) === project);
