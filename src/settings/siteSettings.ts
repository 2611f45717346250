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

/** What an admin decided. */
export type SiteSettings = Settings;

/** The name that they are kept under. */
export const SETTINGS = 'settings';

/** Until an admin says otherwise. */
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

/** What is kept. A version that knew less kept less: what is missing is as if nobody had decided it. */
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

/** What an admin decided, of the value that is kept; `undefined`: nothing is. */
export const settingsFrom = (value: unknown): SiteSettings => kept.parse(value ?? {});

export const siteSettings = async (): Promise<SiteSettings> => settingsFrom(await readSetting(SETTINGS));

/** Keeps what an admin decided. Throws `invalid` with the field that is wrong; then nothing is kept. */
export const saveSettings = async (settings: SiteSettings): Promise<SiteSettings> => {
  const checked = checkedSettings(settings);
  await writeSetting(SETTINGS, checked);
  return checked;
};

/** The settings as they are kept, each choice once. Throws `invalid` with the field that is wrong. */
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

/** Whether a project's work does not count. */
export const isExcluded = ({ excludedProjects }: SiteSettings, project: number): boolean =>
  excludedProjects.some(({ id }) => Number(id) === project);
