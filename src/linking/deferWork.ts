import type { DeferResult } from '../contract';
import { dayOf } from '../domain/time/day';
import type { DeferralDays, DeferralReason } from '../domain/work/deferral';
import { fetchIssues } from '../jira/issues';
import { editableIssues } from '../jira/permissions';
import { siteReading } from '../site/siteReading';
import { removeDeferrals, storeDeferrals } from '../store/work/deferrals';

/** For how long work is set aside, and why; `null`: it is taken back. */
export type Deferral = { reason: DeferralReason; days: DeferralDays } | null;

/**
 * Sets up to 100 issues of these projects aside, or takes them back, of those that the viewer may edit. Figures stay: only
 * lists of what wants a decision leave them out.
 * @returns what became of each issue, in the given order
 */
export const deferWork = async (
  issueIds: readonly string[],
  deferral: Deferral,
  { projects, account }: { projects: ReadonlySet<number>; account: string },
  now: number,
): Promise<DeferResult[]> => {
  const [{ timeZone }, found] = await Promise.all([siteReading(), fetchIssues('user', issueIds, ['project'])]);
  const seen = found.filter(({ fields }) => projects.has(Number(fields.project?.id))).map(({ id }) => Number(id));
  const editable = await editableIssues(seen);
  const done = seen.filter((id) => editable.has(id));
  if (deferral === null) await removeDeferrals(done);
  else {
    const until = dayOf(now, timeZone) + deferral.days;
    await storeDeferrals(done, { until, reason: deferral.reason, by: account });
  }
  return issueIds.map((issueId) => {
    const isSeen = seen.includes(Number(issueId));
    return { issueId, outcome: !isSeen ? 'notFound' : editable.has(Number(issueId)) ? 'done' : 'forbidden' };
  });
};
