import type { LinkResult, Tag } from '../../../src/contract';
import { RUN_TITLE } from '../../../src/domain/work/workItem';
import type { Format } from './format';

export type LinkSummary = { linked: string[]; refused: { subject: string; reason: string }[] };

const REASON: Record<Exclude<LinkResult['outcome'], 'linked'>, string> = {
  forbidden: 'you may not edit it',
  notFound: 'it no longer exists, or you cannot see it',
  objective: 'it is an objective itself, and no work',
  failed: 'Jira did not take the change; try again',
};

/** What issues are linked to, in short. */
export const nameOf = (to: Tag): string => (to.kind === 'run' ? RUN_TITLE : to.key);

/** The ids of issues that were linked, and why each other one was not. */
export function summarise(results: LinkResult[]): LinkSummary {
  const linked = results.flatMap(({ outcome, issueId }) => (outcome === 'linked' ? [issueId] : []));
  const refused = results.flatMap(({ outcome, key, message }) =>
    outcome === 'linked' ? [] : [{ subject: key ?? 'An issue you cannot see', reason: message ?? REASON[outcome] }],
  );
  return { linked, refused };
}

/** "3 issues linked to OBJ-12; 1 not" */
export function summaryTitle({ linked, refused }: LinkSummary, to: string, format: Format): string {
  if (linked.length === 0) return `${format.count(refused.length, 'issue')} could not be linked to ${to}`;
  const done = `${format.count(linked.length, 'issue')} linked to ${to}`;
  return refused.length === 0 ? done : `${done}; ${format.number(refused.length)} not`;
}
