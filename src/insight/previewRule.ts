import type { RuleBatch, Tag } from '../contract';
import { RUN } from '../domain/work/workItem';
import { visitorPermissions } from '../jira/permissions';
import { clearedAmong } from '../store/tagging/rules';
import { findWorkItems } from '../store/work/findWorkItems';

/** What a rule of a project (`null`: of every project) would do with issues that the visitor found. One call to Jira. */
export const previewRule = async (
  { to, issueIds }: { to: Tag; issueIds: readonly string[] },
  project: number | null,
): Promise<RuleBatch> => {
  const key = to.kind === 'run' ? RUN : to.key;
  const ids = [...new Set(issueIds.map(Number))];
  const { visible } = await visitorPermissions([], ids);
  const cleared = await clearedAmong(ids);
  const counted: RuleBatch = { takes: 0, tagged: 0, serves: 0, cleared: 0, others: 0 };
  const stored = new Map((await findWorkItems(ids)).map((item) => [item.id, item]));
  for (const id of ids) {
    const item = visible.has(id) ? stored.get(id) : undefined;
    const isHere = item && (project === null || item.project === project) && item.level >= 0;
    if (!isHere || item.own !== null || item.outcome === 'dropped') counted.others += 1;
    else if (item.tag !== null) counted.tagged += 1;
    else if (cleared.has(id)) counted.cleared += 1;
    else if (item.serves === key) counted.serves += 1;
    else counted.takes += 1;
  }
  return counted;
};
