import type { Settings } from '../domain/settings';
import { AppError } from '../domain/appError';
import { MOST_OBJECTIVES } from '../domain/strategy/caps';
import { isKeyOfIssue } from '../domain/strategy/objectiveKey';
import { countIssues } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { checkedSettings, saveSettings } from '../settings/siteSettings';
import { asApp } from '../site/rateBudget';
import { discoverSite } from '../site/siteReading';
import { statedObjectives } from '../store/strategy/statedStrategy';

/**
 * Saves an admin's settings. If they change how issues are read or which projects count, that is noted at once; issues
 * are read again once no function can be running that read them the old way. Unchanged settings cost no statement.
 * @throws AppError `invalid` with the wrong field; then nothing is saved
 */
export const applySettings = async (before: Settings, settings: Settings, now: number): Promise<Settings> => {
  if (JSON.stringify(checkedSettings(settings)) === JSON.stringify(checkedSettings(before))) return before;
  if (idsOf(settings.objectiveTypes).join() !== idsOf(before.objectiveTypes).join()) await checkTypes(settings);
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

/**
 * Objectives are stated or issues of these types: together no more than a strategy holds, because pages answer all. One
 * statement, and one call to Jira.
 * @throws AppError `invalid` if there would be more
 */
const checkTypes = async ({ objectiveTypes }: Settings): Promise<void> => {
  if (objectiveTypes.length === 0) return;
  const issues = await countIssues(asApp('page'), `issuetype IN (${idsOf(objectiveTypes).join(', ')})`);
  const stated = (await statedObjectives()).filter(({ key }) => !isKeyOfIssue(key)).length;
  if (issues + stated <= MOST_OBJECTIVES) return;
  const [found, beside, most] = [issues, stated, MOST_OBJECTIVES].map((count) => count.toLocaleString('en'));
  throw new AppError(
    'invalid',
    `There are ${found} issues of these types and ${beside} stated objectives, and a strategy holds at most ${most} objectives. Name types that have fewer.`,
    'objectiveTypes',
  );
};

const idsOf = (chosen: readonly { id: string }[]): string[] => chosen.map(({ id }) => id);

/** The part of the settings that decides how issues are read. */
const read = ({ estimateFields, excludedProjects, objectiveTypes, objectiveLinks }: Settings): string =>
  JSON.stringify([estimateFields, excludedProjects, objectiveTypes, objectiveLinks].map(idsOf));
