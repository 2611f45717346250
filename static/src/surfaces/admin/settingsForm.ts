import type { Group, NamedField, ProjectRef, Settings } from '../../../../src/contract';

/** The settings as they stand in the form: numbers as they are typed. */
export type SettingsForm = {
  editorGroups: Group[];
  viewerGroups: Group[];
  /** percent; empty for none */
  guardrail: string;
  cadenceDays: string;
  responseDays: string;
  estimateFields: NamedField[];
  excludedProjects: ProjectRef[];
  /** percent */
  ownQuotaShare: string;
};

export type SettingsErrors = Partial<Record<keyof SettingsForm, string>>;

const LONGEST_DAYS = 365;
/** Percent of the site's own rate points. */
const QUOTA_SHARE = { least: 20, most: 95 };

// Rounded, because 0.29 × 100 is not 29 in binary.
const percentOf = (share: number): string => String(Math.round(share * 1e6) / 1e4);

export const toForm = (settings: Settings): SettingsForm => ({
  editorGroups: settings.editorGroups,
  viewerGroups: settings.viewerGroups,
  guardrail: settings.guardrail === null ? '' : percentOf(settings.guardrail),
  cadenceDays: String(settings.cadenceDays),
  responseDays: String(settings.responseDays),
  estimateFields: settings.estimateFields,
  excludedProjects: settings.excludedProjects,
  ownQuotaShare: percentOf(settings.ownQuotaShare),
});

const readPercent = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  const percent = Number(text);
  return percent >= 0 && percent <= 100 ? percent / 100 : undefined;
};

const readDays = (text: string): number | undefined => {
  const days = text.trim() === '' ? NaN : Number(text);
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS ? days : undefined;
};

const readQuotaShare = (text: string): number | undefined => {
  const percent = text.trim() === '' ? NaN : Number(text);
  return percent >= QUOTA_SHARE.least && percent <= QUOTA_SHARE.most ? percent / 100 : undefined;
};

/** The settings that a form states, or what is wrong with it. */
export function fromForm(form: SettingsForm): { settings: Settings } | { errors: SettingsErrors } {
  const guardrail = readPercent(form.guardrail);
  const cadenceDays = readDays(form.cadenceDays);
  const responseDays = readDays(form.responseDays);
  const ownQuotaShare = readQuotaShare(form.ownQuotaShare);
  if (
    guardrail !== undefined &&
    cadenceDays !== undefined &&
    responseDays !== undefined &&
    ownQuotaShare !== undefined
  ) {
    return { settings: { ...form, guardrail, cadenceDays, responseDays, ownQuotaShare } };
  }
  const days = `Give whole days, from 1 to ${LONGEST_DAYS}.`;
  return {
    errors: {
      ...(guardrail === undefined && { guardrail: 'Give a percentage from 0 to 100, or leave it empty.' }),
      ...(cadenceDays === undefined && { cadenceDays: days }),
      ...(responseDays === undefined && { responseDays: days }),
      ...(ownQuotaShare === undefined && {
        ownQuotaShare: `Give a percentage from ${QUOTA_SHARE.least} to ${QUOTA_SHARE.most}.`,
      }),
    },
  };
}
