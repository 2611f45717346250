import { z } from 'zod';
import type { Settings } from '../contract';
import { AppError } from '../domain/appError';
import { readSetting, writeSetting } from '../store/settingStore';

/** What an admin decided. */
export type SiteSettings = Settings;

const SETTINGS = 'settings';

/** Until an admin says otherwise. */
const DEFAULTS: SiteSettings = {
  editorGroups: [],
  viewerGroups: [],
  guardrail: null,
  cadenceDays: 30,
  responseDays: 14,
};

const group = z.object({ id: z.string(), name: z.string() });

/** What is kept. A version that knew less kept less: what is missing is as if nobody had decided it. */
const kept = z.object({
  editorGroups: z.array(group).default(DEFAULTS.editorGroups),
  viewerGroups: z.array(group).default(DEFAULTS.viewerGroups),
  guardrail: z.number().nullable().default(DEFAULTS.guardrail),
  cadenceDays: z.number().default(DEFAULTS.cadenceDays),
  responseDays: z.number().default(DEFAULTS.responseDays),
});

export const siteSettings = async (): Promise<SiteSettings> => kept.parse((await readSetting(SETTINGS)) ?? {});

const MOST_GROUPS = 20;
const MOST_DAYS = 365;

const isDays = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= MOST_DAYS;
const isShare = (value: number): boolean => value >= 0 && value <= 1;

/** Keeps what an admin decided. Throws `invalid` with the field that is wrong; then nothing is kept. */
export const saveSettings = async (settings: SiteSettings): Promise<SiteSettings> => {
  const { editorGroups, viewerGroups, guardrail, cadenceDays, responseDays } = settings;
  const wrong = (field: keyof SiteSettings, message: string): never => {
    throw new AppError('invalid', message, field);
  };
  if (guardrail !== null && !isShare(guardrail)) wrong('guardrail', 'The guardrail is a share from 0 to 100 %.');
  if (!isDays(cadenceDays)) wrong('cadenceDays', `The cadence is a whole number of days from 1 to ${MOST_DAYS}.`);
  if (!isDays(responseDays))
    wrong('responseDays', `The response time is a whole number of days from 1 to ${MOST_DAYS}.`);
  const chosen = {
    editorGroups: distinct(editorGroups),
    viewerGroups: distinct(viewerGroups),
    guardrail,
    cadenceDays,
    responseDays,
  };
  for (const field of ['editorGroups', 'viewerGroups'] as const) {
    if (chosen[field].length > MOST_GROUPS) {
      wrong(field, `Choose at most ${MOST_GROUPS} groups. A group that holds the others keeps the list short.`);
    }
  }
  await writeSetting(SETTINGS, chosen);
  return chosen;
};

const distinct = (groups: SiteSettings['editorGroups']): SiteSettings['editorGroups'] => [
  ...new Map(groups.map(({ id, name }) => [id, { id, name }])).values(),
];
