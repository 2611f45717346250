import { RUN, RUN_TITLE } from '../../../../src/domain/work/workItem';
import type { JiraSite } from '../../jira/jiraSite';

/** A row of a strategy file with JQL whose issues get its objective's tag. The first row that matches an issue wins. */
export type TagRow = { key: string; title: string; link: string; row: number };

/** Sets the app's field on the issues that match the rows' JQL. Answers the rows whose JQL matches none. */
export function tagIssues<Tag extends TagRow>(jira: JiraSite, rows: readonly Tag[], moduleKey: string): Tag[] {
  const tagged = new Set<string>();
  return rows.filter(({ key, title, link }) => {
    const value = { key, name: key === RUN ? RUN_TITLE : title };
    const matching = jira.query(link).run();
    for (const issue of matching) {
      if (tagged.has(issue.id)) continue;
      tagged.add(issue.id);
      jira.loadAppValue(issue.id, moduleKey, value);
    }
    return matching.length === 0;
  });
}
