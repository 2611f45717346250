import type { LinkResult, Tag, UnlinkResult } from '../contract';
import { RUN } from '../domain/work/workItem';
import type { Origin } from '../domain/tagging/origin';
import { addAuditLine } from '../store/runs/auditLines';
import { changeTags, type TagChange } from './changeTags';
import { noTagFor } from './noTagFor';
import { valueBefore, valueFor } from './writeTag';

/** Who links, and issues of which projects. */
type By = { projects: ReadonlySet<number>; account: string };

/**
 * Links up to 100 issues of these projects to an objective or Run the business. Skips those that the viewer may not see or
 * edit, and those that have this tag already, and objectives.
 * @param isSuggested the person accepted what was suggested
 * @returns a result for each issue, in the given order
 */
export const linkIssues = async (
  issueIds: readonly string[],
  { to, isSuggested = false }: { to: Tag; isSuggested?: boolean },
  { projects, account }: By,
  now: number,
): Promise<LinkResult[]> => {
  const value = await valueFor(to);
  const tagger = { how: howLinked(isSuggested), by: account };
  const { changes, written } = await changeTags(issueIds, { to: value, tagger }, projects, now);
  if (written > 0) await addAuditLine({ what: 'links', issues: written, to: value?.key ?? '' }, account, now);
  return changes.map(({ issueId, key, outcome }) => {
    const result = outcome === 'done' ? 'linked' : outcome === 'kept' ? 'failed' : outcome;
    return { issueId, key, outcome: result, message: messageOf(outcome, key) };
  });
};

/**
 * Takes links back: of up to 100 issues that still have this tag. What somebody has changed since stays.
 * @param back what they had before
 * @returns a result for each issue, in the given order
 */
export const unlinkIssues = async (
  issueIds: readonly string[],
  { was, back }: { was: Tag; back: Tag | null },
  { projects, account }: By,
  now: number,
): Promise<UnlinkResult[]> => {
  const from = was.kind === 'run' ? RUN : was.key;
  const tagger = { how: 'undo', by: account } as const;
  const change = { to: await valueBefore(back), from, tagger };
  const { changes, written } = await changeTags(issueIds, change, projects, now);
  if (written > 0) await addAuditLine({ what: 'unlinks', issues: written, from }, account, now);
  return changes.map(({ issueId, key, outcome }) => ({
    issueId,
    key,
    outcome: outcome === 'done' ? 'unlinked' : outcome,
    message: messageOf(outcome, key),
  }));
};

/** How somebody links who chose an objective, or took what was suggested. */
export const howLinked = (isSuggested: boolean): Origin => (isSuggested ? 'suggestion' : 'person');

/** What to tell the viewer; `null`: nothing went wrong. */
const messageOf = (outcome: TagChange['outcome'], key: string | null): string | null => {
  switch (outcome) {
    case 'done':
      return null;
    case 'notFound':
      return 'It is not here, or you may not see it.';
    case 'forbidden':
      return `You may not edit ${key}.`;
    case 'objective':
      return noTagFor(key ?? '');
    case 'kept':
      return `Somebody has changed ${key} since.`;
    case 'failed':
      return 'Jira did not take the change. Try again in a moment.';
  }
};
