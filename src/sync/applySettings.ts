import type { Settings } from '../domain/settings';
import { JiraError } from '../jira/jiraError';
import { checkedSettings, saveSettings } from '../settings/siteSettings';
import { discoverSite } from '../site/siteReading';

/**
 * Saves an admin's settings. If they change how issues are read or which projects count, that is noted at once; issues
 * are read again once no function can be running that read them the old way. Unchanged settings cost no statement.
 * @throws AppError `invalid` with the wrong field; then nothing is saved
 */
export const applySettings = async (before: Settings, settings: Settings, now: number): Promise<Settings> => {
  if (JSON.stringify(checkedSettings(settings)) === JSON.stringify(checkedSettings(before))) return before;
  const saved = await saveSettings(settings);
  if (read(before) === read(saved)) return saved;
  try {
    await discoverSite(now);
  } catch (error) {
    // The settings are saved. The hourly schedule looks at the site anyway.
    if (!(error instanceof JiraError)) throw error;
  }
  return saved;
};

/** The part of the settings that decides how issues are read. */
const read = ({ estimateFields, excludedProjects }: Settings): string =>
  JSON.stringify([estimateFields, excludedProjects].map((chosen) => chosen.map(({ id }) => id)));
