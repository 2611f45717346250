import type { Group, NamedField, ProjectRef, Settings } from '../../../../src/contract';
import { settingsProblems } from '../../../../src/domain/settings';

/** The settings in the form: numbers as typed. */
export type SettingsForm = {
  editorGroups: Group[];
  viewerGroups: Group[];
  totalsGroups: Group[];
  /** percent; empty for none */
  guardrail: string;
  cadenceDays: string;
  responseDays: string;
  estimateFields: NamedField[];
  excludedProjects: ProjectRef[];
  objectiveTypes: NamedField[];
  objectiveLinks: NamedField[];
  /** percent */
  ownQuotaShare: string;
};

export type SettingsErrors = Partial<Record<keyof SettingsForm, string>>;

// Rounded, because 0.29 × 100 is not 29 in binary.
const percentOf = (share: number): string => String(Math.round(share * 1e6) / 1e4);

export const toForm = (settings: Settings): SettingsForm => ({
  editorGroups: settings.editorGroups,
  viewerGroups: settings.viewerGroups,
  totalsGroups: settings.totalsGroups,
  guardrail: settings.guardrail === null ? '' : percentOf(settings.guardrail),
  cadenceDays: String(settings.cadenceDays),
  responseDays: String(settings.responseDays),
  estimateFields: settings.estimateFields,
  excludedProjects: settings.excludedProjects,
  objectiveTypes: settings.objectiveTypes,
  objectiveLinks: settings.objectiveLinks,
  ownQuotaShare: percentOf(settings.ownQuotaShare),
});

/** The share 0…1 of a typed percentage; `NaN`: not a number. */
const readShare = (text: string): number => (text.trim() === '' ? NaN : Number(text) / 100);
const readDays = (text: string): number => (text.trim() === '' ? NaN : Number(text));

/** The settings of a form, or what is wrong with it. */
export function fromForm(form: SettingsForm): { settings: Settings } | { errors: SettingsErrors } {
  const settings: Settings = {
    ...form,
    guardrail: form.guardrail.trim() === '' ? null : readShare(form.guardrail),
    cadenceDays: readDays(form.cadenceDays),
    responseDays: readDays(form.responseDays),
    ownQuotaShare: readShare(form.ownQuotaShare),
  };
  const problems = settingsProblems(settings);
  if (problems.length === 0) return { settings };
  return { errors: Object.fromEntries(problems.map(({ field, message }) => [field, message])) };
}
