import { importStrategy } from '../../strategy/importStrategy';
import type { JiraSite } from '../jira/jiraSite';
import { exportFacts, type ExportFacts } from './exportFacts';
import { hierarchyLevels } from './levels';
import { checkLinks } from './links/checkLinks';
import { tagIssues } from './links/tagIssues';
import { loadIssues, readIssues } from './loadIssues';
import { checkKeys, type ObjectiveIssues, objectiveIssues } from './objectiveIssues';
import { parseObjectives } from './objectivesCsv';
import type { Reading } from './reading';
import type { RelatedIssue } from './relate';
import { readText } from './table/readText';

type SiteLike = { jira: JiraSite; runInApp: <T>(work: () => Promise<T>) => Promise<T> };

/** The issues of an export, how they were read, and what of them is strategy. */
export type Loaded = { issues: readonly RelatedIssue[]; facts: ExportFacts; strategy: ObjectiveIssues };

/** The files of a person's own data, and what they say of them. */
export type Given = { data: string[]; objectives?: string; reading?: Reading };

const FIELD = 'strategic-objective';

/**
 * Loads a person's own data into a site whose database has the app's tables: a CSV export of Jira in one or more files
 * and, if given, a strategy, whose `link` queries tag the issues. Answers how it was read.
 * @throws InputError, or the strategy reader's error, in one line with file, row and column; the site is then of no use
 */
export async function loadExport(site: SiteLike, { data, objectives, reading = {} }: Given): Promise<Loaded> {
  const { jira } = site;
  const related = readIssues(data, reading);
  const { objectives: rows, links } =
    objectives === undefined ? { objectives: [], links: [] } : parseObjectives(readText(objectives), objectives);
  const levels = hierarchyLevels(related.issues, reading.levels);
  const facts = exportFacts(related, levels, reading);
  const strategy = objectiveIssues(related.issues, reading);
  checkKeys(rows, related.issues, strategy, objectives ?? '');
  loadIssues(jira, related.issues, levels);
  const notes = checkLinks(jira, links, objectives ?? '');
  const idle = tagIssues(jira, links, FIELD).map(({ key, link }) => `${key}: no issue matches ${link}.`);
  await site.runInApp(() =>
    importStrategy(
      rows,
      rows.flatMap(({ keyResults }) => keyResults),
    ),
  );
  const { issues } = related;
  return { issues, facts: { ...facts, notes: [...facts.notes, ...notes, ...idle] }, strategy };
}
