import { RUN, RUN_TITLE } from '../../../src/domain/work/workItem';
import { JiraError, type JiraSite } from '../jira/jiraSite';
import { inputError } from './inputError';

/** The part of a strategy file's row that tagging needs. The first row that matches an issue wins. */
export type TagRow = { key: string; title: string; link: string | null; row: number };

/**
 * Checks that every `link` is valid JQL.
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

/** Sets the app's field on the issues that match the rows' JQL. */
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
