import type { FieldValue } from '../../domain/strategy/fieldValue';
import { gatheredBy } from '../../domain/gatheredBy';
import { RUN, RUN_TITLE } from '../../domain/work/workItem';
import type { JiraIssue } from '../../jira/issue';
import { JiraError } from '../../jira/jiraError';
import type { SiteFields } from '../../jira/fields';
import { tagValueOf } from '../../jira/toWorkItem';
import { titlesInField } from '../../store/strategy/objectives';
import { markDirty } from './markDirty';
import { ValueWriter } from './valueWriter';

/**
 * Puts titles right that issues carry beside a key. Whoever writes the field through Jira's REST API or an import
 * writes its title too, and Jira's lists and boards show what is written. One statement if an issue is tagged, and one
 * call for each key with a wrong title. What was written is marked again, because Jira sends no event for what the app
 * writes. So is what Jira takes later: the next five-minute schedule drains it. An issue over which Jira fails while it takes
 * others keeps its title until it changes.
 * @returns whether issues were written, and so are to be drained again
 */
export const correctTitles = async (
  issues: readonly JiraIssue[],
  fields: SiteFields,
  now: number,
): Promise<boolean> => {
  const { objective: field } = fields;
  if (field === null) return false;
  const tagged = issues.flatMap((issue) => {
    const value = tagValueOf(issue, fields);
    return value === null ? [] : [{ id: Number(issue.id), ...value }];
  });
  const keys = new Set(tagged.map(({ key }) => key));
  const titles = await titlesInField([...keys].filter((key) => key !== RUN));
  titles.set(RUN, RUN_TITLE);
  const wrong = tagged.filter(({ key, name }) => (titles.get(key) ?? name) !== name);
  let isWritten = false;
  for (const [key, those] of gatheredBy(wrong, (one) => one.key)) {
    const ids = those.map(({ id }) => id);
    const { taken, later } = await written(field, ids, { key, name: titles.get(key) ?? '' });
    await markDirty(later ? ids : taken, now);
    isWritten ||= taken.length > 0;
  }
  return isWritten;
};

const written = async (
  field: string,
  issues: readonly number[],
  value: FieldValue,
): Promise<{ taken: readonly number[]; later: boolean }> => {
  const writer = new ValueWriter(field);
  try {
    const { taken } = await writer.write(issues, value);
    const isLeft = writer.later !== null || (writer.failure !== null && !writer.hasTaken);
    return { taken, later: isLeft };
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    return { taken: [], later: true };
  }
};
