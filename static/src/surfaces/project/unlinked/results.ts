import type { LinkResult } from '../../../../../src/contract';

export type LinkSummary = { linked: number; refused: { subject: string; reason: string }[] };

const REASON: Record<Exclude<LinkResult['outcome'], 'linked'>, string> = {
  forbidden: 'you may not edit it',
  notFound: 'it no longer exists, or you may not see it',
  failed: 'Jira did not take the change; try again',
};

/** How many issues were linked, and why each other one was not. */
export function summarise(results: LinkResult[]): LinkSummary {
  const refused = results.flatMap(({ outcome, key, message }) =>
    outcome === 'linked' ? [] : [{ subject: key ?? 'An issue you cannot see', reason: message ?? REASON[outcome] }],
  );
  return { linked: results.length - refused.length, refused };
}

const issues = (count: number) => (count === 1 ? '1 issue' : `${count} issues`);

/** "3 issues linked to OBJ-12; 1 not" */
export function summaryTitle({ linked, refused }: LinkSummary, to: string): string {
  if (refused.length === 0) return `${issues(linked)} linked to ${to}`;
  if (linked === 0) return `${issues(refused.length)} could not be linked to ${to}`;
  return `${issues(linked)} linked to ${to}; ${refused.length} not`;
}
