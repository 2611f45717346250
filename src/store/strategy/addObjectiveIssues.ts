import { createHash } from 'node:crypto';
import { getAppContext } from '@forge/api';
import { keyOfIssue } from '../../domain/strategy/objectiveKey';
import { dayOf } from '../../domain/time/day';
import { database } from '../sql/database';

/** Characters of a code that stands for an issue. Of 2,000 issues two are alike with a chance of two in a million. */
const CODE_LENGTH = 10;

/** The key of an issue's objective. It is the same each time, and does not tell the issue's id. */
export const keyForIssue = (issue: number): string => {
  const hash = createHash('sha256').update(`${getAppContext().installationAri.toString()} ${issue}`);
  return keyOfIssue(hash.digest('hex').slice(0, CODE_LENGTH));
};

/** Where the rows of issues stand in the order of the strategy: behind what is stated. */
const LAST = 1_000_000;

/**
 * Gives issues rows of their own among the objectives. Idempotent, also after a crash between its three statements: a
 * row whose issue is not noted counts as no objective.
 */
export const addObjectiveIssues = async (issues: readonly number[]): Promise<void> => {
  if (issues.length === 0) return;
  const keys = new Map(issues.map((issue) => [keyForIssue(issue), issue]));
  await database
    .insertInto('objective')
    .ignore()
    .values(
      [...keys.keys()].map((key) => ({ objective_key: key, title: '', status: 'active' as const, position: LAST })),
    )
    .execute();
  const rows = await database
    .selectFrom('objective')
    .select(['id', 'objective_key'])
    .where('objective_key', 'in', [...keys.keys()])
    .execute();
  await database
    .insertInto('objective_issue')
    .ignore()
    .values(
      rows.map(({ id, objective_key }) => ({
        issue: keys.get(objective_key) ?? 0,
        objective: Number(id),
        updated: 0,
        found: dayOf(Date.now(), 'UTC'),
      })),
    )
    .execute();
};
