import type { FieldValue, Tag } from '../contract';
import { AppError } from '../domain/appError';
import { isKeyOfIssue } from '../domain/strategy/objectiveKey';
import type { Origin } from '../domain/tagging/origin';
import { RUN, RUN_TITLE } from '../domain/work/workItem';
import { writeFieldValue } from '../jira/fieldValues';
import { JiraError } from '../jira/jiraError';
import { siteReading } from '../site/siteReading';
import { forgetOrigins, noteOrigins } from '../store/tagging/tagOrigins';
import { statedObjectives } from '../store/strategy/statedStrategy';
import { drainIssues } from '../sync/follow/drain';
import { markDirty } from '../sync/follow/markDirty';
import { asApp } from '../site/rateBudget';
import { requestDrain } from '../sync/follow/requestDrain';

/**
 * The field's value for a tag.
 * @throws AppError if no active objective has the key: drafts, achieved and dropped ones cannot be tagged
 */
export const valueFor = async (tag: Tag | null): Promise<FieldValue | null> => {
  if (tag === null) return null;
  if (tag.kind === 'run') return { key: RUN, name: RUN_TITLE };
  if (isKeyOfIssue(tag.key)) {
    throw new AppError('invalid', 'This objective is an issue: put the work below it in Jira, or link the two.');
  }
  const objective = (await statedObjectives()).find(({ key }) => key === tag.key);
  if (objective?.status !== 'active') {
    throw new AppError('invalid', `There is no active objective ${tag.key}. Choose another one from the list.`);
  }
  return { key: objective.key, name: objective.title };
};

/**
 * The field's value for a tag that issues had before, also where its objective is achieved or dropped by now.
 * @throws AppError if it is a draft, or not stated any more
 */
export const valueBefore = async (tag: Tag | null): Promise<FieldValue | null> => {
  if (tag === null || tag.kind === 'run') return valueFor(tag);
  const objective = (await statedObjectives()).find(({ key }) => key === tag.key);
  if (objective === undefined || objective.status === 'draft') {
    throw new AppError(
      'invalid',
      `${tag.key} can no longer be given back. Clear the field, or choose another objective.`,
    );
  }
  return { key: objective.key, name: objective.title };
};

/** Who tags issues, and how. */
export type Tagger = { how: Origin; by: string };

/**
 * Writes a tag to issues and drains them in the same call. The caller has checked that the person may edit them. The
 * issues are marked first: Forge sends no event for the app's own writes, so after a crash only the mark remains. Who did
 * it is noted once Jira has the value, so no crash names somebody whose tag it is not.
 */
export const writeTag = async (
  issues: readonly number[],
  value: FieldValue | null,
  tagger: Tagger,
  now: number,
): Promise<void> => {
  const reading = await siteReading();
  const { objective } = reading.fields;
  if (objective === null) {
    throw new AppError(
      'notReady',
      'Ask a Jira admin to add the field "Strategic objective" to a screen, then try again.',
    );
  }
  await markDirty(issues, now);
  await writeFieldValue(asApp('page'), objective, issues, value);
  await (value === null ? forgetOrigins(issues) : noteOrigins(issues, value.key, tagger, now));
  try {
    await drainIssues(issues, reading, now);
  } catch (error) {
    // Jira has the value, so the tag is set. The marks stay for the next drain.
    if (!(error instanceof JiraError)) throw error;
    await requestDrain(now);
  }
};
