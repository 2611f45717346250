import { JiraError } from '../jira/jiraError';
import { checkedSettings, saveSettings, type SiteSettings } from '../settings/siteSettings';
import { discoverSite } from '../site/siteReading';

/**
 * Keeps what an admin decided. Where issues are then read in another way, or others count, that is noted at once; they are read again
 * once no function is under way that read them as before. What changes nothing costs no statement. Throws `invalid` with the field that
 * is wrong; then nothing is kept.
 */
export const applySettings = async (
  before: SiteSettings,
  settings: SiteSettings,
  now: number,
): Promise<SiteSettings> => {
  if (JSON.stringify(checkedSettings(settings)) === JSON.stringify(checkedSettings(before))) return before;
  const saved = await saveSettings(settings);
  if (read(before) === read(saved)) return saved;
  try {
    await discoverSite(now);
  } catch (error) {
    // It is kept, and the hourly look at the site finds it.
    if (!(error instanceof JiraError)) throw error;
  }
  return saved;
};

/** What decides on how issues are read. */
const read = ({ estimateFields, excludedProjects }: SiteSettings): string =>
  JSON.stringify([estimateFields, excludedProjects].map((chosen) => chosen.map(({ id }) => id)));
