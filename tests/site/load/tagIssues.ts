import { RUN, RUN_TITLE } from '../../../src/domain/work/workItem';
import { JiraError, type JiraSite } from '../jira/jiraSite';
import { inputError } from './inputError';

/** What of a row of the strategy file is needed to tag: the first row that matches an issue tags it. */
export type TagRow = { key: string; title: string; link: string | null; row: number };

/**
 * Makes sure that every `link` is JQL that Jira would take.
 * @throws InputError
 */
export function checkLinks(jira: JiraSite, rows: readonly TagRow[], file: string): void {
  for (const { link, row } of rows) {
    try {
      if (link !== null) jira.query(link);
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      throw inputError({ file, row, column: 'link' }, `the JQL is not understood: ${error.message}`);
    }
  }
}

/** Sets the app's field on the issues that the rows' JQL matches. */
export function tagIssues(jira: JiraSite, rows: readonly TagRow[], moduleKey: string): void {
  const tagged = new Set<string>();
  for (const { key, title, link } of rows) {
    if (link === null) continue;
    const value = { key, name: key === RUN ? RUN_TITLE : title };
    for (const issue of jira.query(link).run()) {
      if (tagged.has(issue.id)) continue;
      tagged.add(issue.id);
      jira.loadAppValue(issue.id, moduleKey, value);
    }
  }
}
