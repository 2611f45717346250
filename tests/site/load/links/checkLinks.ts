import { JiraError, type JiraSite } from '../../jira/jiraSite';
import { parseJql } from '../../jira/jql/parse';
import { inputError } from '../inputError';
import { exportNames } from './exportNames';
import { refuseForExport, terminalsOf } from './jqlForExport';
import type { TagRow } from './tagIssues';

/**
 * Checks every `link` of a strategy file against the loaded issues: that it is JQL, that Jira would take it, and that an
 * export can answer it. Answers notes on names that Jira may know, but no issue of the export has.
 * @throws InputError that says what was found and what to write
 */
export function checkLinks(jira: JiraSite, rows: readonly TagRow[], file: string): string[] {
  const names = exportNames(jira);
  return rows.flatMap(({ link, row, key }) => {
    try {
      const { where } = parseJql(link);
      const missing = terminalsOf(where).flatMap((clause) => refuseForExport(clause, names));
      jira.query(link);
      return missing.map(({ field, value }) => `${key}: no issue of the export has the ${field} "${value}".`);
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      throw inputError({ file, row, column: 'link' }, `the JQL is refused: ${error.message.replace(/\.$/, '')}`);
    }
  });
}
