import { readFileSync } from 'node:fs';
import { importStrategy } from '../../strategy/importStrategy';
import { parseObjectives } from './objectivesCsv';
import type { JiraSite } from '../jira/jiraSite';
import { inputError } from './inputError';
import { loadIssues, readIssues } from './loadIssues';
import { checkLinks, tagIssues } from './tagIssues';

type SiteLike = { jira: JiraSite; runInApp: <T>(work: () => Promise<T>) => Promise<T> };

const FIELD = 'strategic-objective';

/**
 * Loads a person's own data into a site whose database has the app's tables: a Jira Cloud CSV export in one or more
 * files and, if given, a strategy, whose `link` queries tag the issues. Everything is checked before anything is
 * loaded.
 * @throws InputError, or the strategy reader's error, in one line with file, row and column
 */
export async function loadExport(site: SiteLike, from: { data: string[]; objectives?: string }): Promise<void> {
  const { jira } = site;
  const issues = readIssues(from.data);
  const file = from.objectives;
  const rows = file === undefined ? [] : parseObjectives(textOf(file), file);
  checkLinks(jira, rows, file ?? '');
  loadIssues(jira, issues);
  tagIssues(jira, rows, FIELD);
  await site.runInApp(() =>
    importStrategy(
      rows,
      rows.flatMap(({ keyResults }) => keyResults),
    ),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw inputError({ file }, `it cannot be read (${reason}); check the path`);
  }
}
