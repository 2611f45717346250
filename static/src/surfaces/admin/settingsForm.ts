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
};

export type SettingsErrors = Partial<Record<keyof SettingsForm, string>>;

const LONGEST_DAYS = 365;

export const toForm = (settings: Settings): SettingsForm => ({
  editorGroups: settings.editorGroups,
  viewerGroups: settings.viewerGroups,
  // Rounded, because 0.29 × 100 is not 29 in binary.
  guardrail: settings.guardrail === null ? '' : String(Math.round(settings.guardrail * 1e6) / 1e4),
  cadenceDays: String(settings.cadenceDays),
  responseDays: String(settings.responseDays),
  estimateFields: settings.estimateFields,
  excludedProjects: settings.excludedProjects,
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

/** The settings that a form states, or what is wrong with it. */
export function fromForm(form: SettingsForm): { settings: Settings } | { errors: SettingsErrors } {
  const guardrail = readPercent(form.guardrail);
  const cadenceDays = readDays(form.cadenceDays);
  const responseDays = readDays(form.responseDays);
  if (guardrail !== undefined && cadenceDays !== undefined && responseDays !== undefined) {
    return { settings: { ...form, guardrail, cadenceDays, responseDays } };
  }
  const days = `Give whole days, from 1 to ${LONGEST_DAYS}.`;
  return {
    errors: {
      ...(guardrail === undefined && { guardrail: 'Give a percentage from 0 to 100, or leave it empty.' }),
      ...(cadenceDays === undefined && { cadenceDays: days }),
      ...(responseDays === undefined && { responseDays: days }),
    },
  };
}
