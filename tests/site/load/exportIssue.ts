import { type CellReader, cellReader, wrong } from './cells';
import type { Reading } from './reading';
import { type Category, statusCategories } from './statusCategories';
import { readTable, type Column, type Row } from './table/readTable';

/** A row of an export, read and checked, but not yet related to the others. */
export type ExportIssue = Category & {
  at: Place;
  /** of its columns, in English */
  language: string;
  key: string;
  id: string | null;
  type: string;
  status: string;
  projectKey: string;
  projectName: string;
  summary: string;
  created: number;
  updated: number | null;
  resolved: number | null;
  statusCategoryChanged: number | null;
  due: string | null;
  resolution: string | null;
  priority: string | null;
  assignee: Who | null;
  reporter: Who | null;
  /** the first that the row states of: the parent's key, its id or key, the key of its epic or of its parent above */
  parent: { by: 'key' | 'either'; text: string } | null;
  storyPoints: number | null;
  storyPointEstimate: number | null;
  flagged: boolean;
  team: string | null;
  labels: string[];
  components: string[];
  fixVersions: string[];
  sprints: string[];
  /** the app's field, as its formatter wrote it */
  objective: string | null;
  /** what an objective says beside, read only where objectives are issues; days are `YYYY-MM-DD` */
  description: string | null;
  start: string | null;
  /** keys of the issues that links of the chosen types join it to, in either direction */
  links: { type: string; key: string }[];
};

type Place = { file: string; row: number };

export type Who = { accountId: string; displayName: string };

/** The column of the app's field, as named by its manifest. */
export const OBJECTIVE_COLUMN = 'Custom field (Strategic objective)';

const column = {
  key: ['Issue key', 'Key'],
  id: ['Issue id'],
  type: ['Issue Type', 'Work type'],
  status: ['Status'],
  category: ['Status Category'],
  projectKey: ['Project key'],
  projectName: ['Project name'],
  summary: ['Summary'],
  created: ['Created'],
  updated: ['Updated'],
  resolved: ['Resolved'],
  statusCategoryChanged: ['Status Category Changed', 'Custom field (Status Category Changed)'],
  due: ['Due date'],
  resolution: ['Resolution'],
  priority: ['Priority'],
  assignee: ['Assignee'],
  assigneeId: ['Assignee Id'],
  reporter: ['Reporter'],
  reporterId: ['Reporter Id'],
  parentKey: ['Parent key'],
  parent: ['Parent', 'Parent id'],
  epicLink: ['Custom field (Epic Link)', 'Epic Link'],
  parentLink: ['Custom field (Parent Link)', 'Parent Link'],
  storyPoints: ['Custom field (Story Points)'],
  storyPointEstimate: ['Custom field (Story point estimate)'],
  flagged: ['Custom field (Flagged)'],
  team: ['Team Name', 'Custom field (Team)'],
  labels: ['Labels'],
  components: ['Components', 'Component/s'],
  fixVersions: ['Fix versions', 'Fix Version/s'],
  sprints: ['Sprint'],
  objective: [OBJECTIVE_COLUMN],
  description: ['Description'],
  start: ['Custom field (Start date)', 'Start date'],
} as const satisfies Record<string, Column>;

/** How many characters the app keeps of names and keys of projects, and of ids of accounts. */
const LONGEST = { name: 255, account: 128 };

/** The largest number of a key that the app keeps. */
const LARGEST_NUMBER = 2 ** 31 - 1;

/** Begins the account id of a person whom an export only names. */
const NAMED = 'name:';

/** The columns of a type of links. */
const linkColumn = (type: string): Column => [`Outward issue link (${type})`, `Inward issue link (${type})`];

const required = [column.key, column.type, column.status, column.created];

const { description, start, ...always } = column;

const NEEDED = {
  all: Object.values(always),
  required,
  // Without it done units would lack their day, and nothing would say that the column was merely not recognised.
  translated: [...required, column.resolved],
  names: [column.type, column.status, column.category, column.resolution],
};

const DATES = [column.created, column.updated, column.resolved, column.statusCategoryChanged, column.due];

/**
 * Reads an export's file.
 * @throws InputError
 */
export function readExport(file: string, reading: Reading = {}): ExportIssue[] {
  const { strategy } = reading;
  const links = [...(strategy?.links ?? [])].map((type) => ({ type, from: linkColumn(type) }));
  const ofObjectives = strategy ? [description, start, ...links.map(({ from }) => from)] : [];
  const table = readTable(file, { ...NEEDED, all: [...NEEDED.all, ...ofObjectives] });
  const cells = cellReader(table, strategy ? [...DATES, start] : DATES, reading);
  const { stated, date, number, id, short } = cells;
  const categoryOf = statusCategories(table, column, reading);
  return table.rows.map((row) => {
    const created = date(row, column.created);
    if (created === null) throw wrong(row, column.created, 'it is empty; every issue was created some day');
    const key = issueKey(row, stated(row, column.key));
    return {
      at: { file, row: row.row },
      language: table.language.name,
      key,
      id: id(row, column.id),
      type: stated(row, column.type),
      status: stated(row, column.status),
      ...categoryOf(row),
      // Jira's short export leaves it out; a key begins with it.
      projectKey: short(row, column.projectKey, LONGEST.name) || key.slice(0, key.lastIndexOf('-')),
      projectName: short(row, column.projectName, LONGEST.name),
      summary: row.cell(column.summary),
      created,
      updated: date(row, column.updated),
      resolved: date(row, column.resolved),
      statusCategoryChanged: date(row, column.statusCategoryChanged),
      due: dayIn(date(row, column.due)),
      resolution: resolutionOf(row.cell(column.resolution)),
      priority: row.cell(column.priority) || null,
      assignee: who(row, column.assigneeId, column.assignee, cells),
      reporter: who(row, column.reporterId, column.reporter, cells),
      parent: parentOf(row, cells),
      storyPoints: number(row, column.storyPoints),
      storyPointEstimate: number(row, column.storyPointEstimate),
      flagged: row.cells(column.flagged).length > 0,
      team: row.cell(column.team) || null,
      labels: row.cells(column.labels),
      components: row.cells(column.components),
      fixVersions: row.cells(column.fixVersions),
      sprints: row.cells(column.sprints),
      objective: row.cell(column.objective) || null,
      description: row.cell(description) || null,
      start: dayIn(date(row, start)),
      links: links.flatMap(({ type, from }) => row.cells(from).map((to) => ({ type, key: to }))),
    };
  });
}

const dayIn = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString().slice(0, 10);

function issueKey(row: Row, key: string): string {
  const [, project, number] = /^([^\s-][^\s]*)-(\d+)$/.exec(key) ?? [];
  if (project === undefined) throw wrong(row, column.key, `"${key}" is not an issue key such as WEB-12`);
  if (project.length <= LONGEST.name && Number(number) <= LARGEST_NUMBER) return key;
  const message = `"${key}" is too long, or its number is above ${LARGEST_NUMBER}; keep Jira's own key`;
  throw wrong(row, column.key, message);
}

function parentOf(row: Row, { id }: CellReader): ExportIssue['parent'] {
  const stated = (from: Column): string => (/^\d+$/.test(row.cell(from)) && id(row, from)) || row.cell(from);
  const key = stated(column.parentKey);
  if (key !== '') return { by: 'key', text: key };
  const either = stated(column.parent);
  if (either !== '') return { by: 'either', text: either };
  const link = stated(column.epicLink) || stated(column.parentLink);
  return link === '' ? null : { by: 'key', text: link };
}

/** Some exports write a missing resolution as a word. */
const resolutionOf = (text: string) => (text === '' || text.toLowerCase() === 'unresolved' ? null : text);

/** A person. One without an account id is known by the name. */
function who(row: Row, idFrom: Column, nameFrom: Column, { short }: CellReader): Who | null {
  const id = short(row, idFrom, LONGEST.account);
  if (id !== '') return { accountId: id, displayName: row.cell(nameFrom) || id };
  const name = short(row, nameFrom, LONGEST.account - NAMED.length);
  return name === '' ? null : { accountId: NAMED + name, displayName: name };
}
