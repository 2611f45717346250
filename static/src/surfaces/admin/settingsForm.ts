import type { Group, NamedField, ProjectRef, Settings } from '../../../../src/contract';
import {
  isDays,
  isQuotaShare,
  isShare,
  MOST_DAYS,
  MOST_ESTIMATE_FIELDS,
  MOST_EXCLUDED,
  MOST_GROUPS,
  QUOTA_SHARE,
} from '../../../../src/domain/settings';

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

/** The share that a percentage names; `NaN` for what is none. */
const readShare = (text: string): number => (text.trim() === '' ? NaN : Number(text) / 100);
const readDays = (text: string): number => (text.trim() === '' ? NaN : Number(text));

const tooMany = (chosen: readonly unknown[], most: number, what: string): string | null =>
  chosen.length > most ? `Choose at most ${most} ${what}.` : null;

/** The settings that a form states, or what is wrong with it. */
export function fromForm(form: SettingsForm): { settings: Settings } | { errors: SettingsErrors } {
  const settings: Settings = {
    ...form,
    guardrail: form.guardrail.trim() === '' ? null : readShare(form.guardrail),
    cadenceDays: readDays(form.cadenceDays),
    responseDays: readDays(form.responseDays),
    ownQuotaShare: readShare(form.ownQuotaShare),
  };
  const { guardrail, cadenceDays, responseDays, ownQuotaShare } = settings;
  const days = (value: number) => (isDays(value) ? null : `Give whole days, from 1 to ${MOST_DAYS}.`);
  const wrong: Record<keyof SettingsForm, string | null> = {
    editorGroups: tooMany(form.editorGroups, MOST_GROUPS, 'groups'),
    viewerGroups: tooMany(form.viewerGroups, MOST_GROUPS, 'groups'),
    guardrail: guardrail === null || isShare(guardrail) ? null : 'Give a percentage from 0 to 100, or leave it empty.',
    cadenceDays: days(cadenceDays),
    responseDays: days(responseDays),
    estimateFields: tooMany(form.estimateFields, MOST_ESTIMATE_FIELDS, 'fields'),
    excludedProjects: tooMany(form.excludedProjects, MOST_EXCLUDED, 'projects'),
    ownQuotaShare: isQuotaShare(ownQuotaShare)
      ? null
      : `Give a percentage from ${percentOf(QUOTA_SHARE.least)} to ${percentOf(QUOTA_SHARE.most)}.`,
  };
  const errors = Object.fromEntries(Object.entries(wrong).filter(([, what]) => what !== null)) as SettingsErrors;
  return Object.keys(errors).length > 0 ? { errors } : { settings };
}
