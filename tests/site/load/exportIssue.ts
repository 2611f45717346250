import type { StatusCategoryKey } from '../jira/model';
import { exportDate } from './exportDate';
import { inputError } from './inputError';
import { readTable, type Column, type Row } from './readTable';

/** A row of an export, read and checked, but not yet related to the others. */
export type ExportIssue = {
  at: Place;
  key: string;
  id: string | null;
  type: string;
  status: string;
  category: StatusCategoryKey;
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
  parentKey: string | null;
  parentId: string | null;
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
};

type Place = { file: string; row: number };

export type Who = { accountId: string; displayName: string };

/** The column of the app's field, as named by its manifest. */
export const OBJECTIVE_COLUMN = 'Custom field (Strategic objective)';

const column = {
  key: ['Issue key'],
  id: ['Issue id'],
  type: ['Issue Type'],
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
  parentId: ['Parent', 'Parent id'],
  storyPoints: ['Custom field (Story Points)'],
  storyPointEstimate: ['Custom field (Story point estimate)'],
  flagged: ['Custom field (Flagged)'],
  team: ['Team Name', 'Custom field (Team)'],
  labels: ['Labels'],
  components: ['Components', 'Component/s'],
  fixVersions: ['Fix versions', 'Fix Version/s'],
  sprints: ['Sprint'],
  objective: [OBJECTIVE_COLUMN],
} as const satisfies Record<string, Column>;

const required = [column.key, column.type, column.status, column.category, column.projectKey, column.created];

const categories: Record<string, StatusCategoryKey> = {
  'no category': 'undefined',
  'to do': 'new',
  'in progress': 'indeterminate',
  done: 'done',
};

/** @throws InputError */
export function readExport(file: string): ExportIssue[] {
  return readTable(file, Object.values(column), required).map(issueOf);
}

function issueOf(row: Row): ExportIssue {
  const due = date(row, column.due);
  const category = categories[stated(row, column.category).toLowerCase()];
  if (!category) {
    throw wrong(row, column.category, `"${row.cell(column.category)}" is not To Do, In Progress, Done or No Category`);
  }
  const id = row.cell(column.id);
  if (id !== '' && !/^\d+$/.test(id)) throw wrong(row, column.id, `"${id}" is not a number; keep Jira's own id`);
  const created = date(row, column.created);
  if (created === null) throw wrong(row, column.created, 'it is empty; every issue was created some day');
  return {
    at: { file: row.file, row: row.row },
    key: issueKey(row),
    id: id || null,
    type: stated(row, column.type),
    status: stated(row, column.status),
    category,
    projectKey: stated(row, column.projectKey),
    projectName: row.cell(column.projectName),
    summary: row.cell(column.summary),
    created,
    updated: date(row, column.updated),
    resolved: date(row, column.resolved),
    statusCategoryChanged: date(row, column.statusCategoryChanged),
    due: due === null ? null : new Date(due).toISOString().slice(0, 10),
    resolution: resolutionOf(row.cell(column.resolution)),
    priority: row.cell(column.priority) || null,
    assignee: who(row.cell(column.assigneeId), row.cell(column.assignee)),
    reporter: who(row.cell(column.reporterId), row.cell(column.reporter)),
    parentKey: row.cell(column.parentKey) || null,
    parentId: row.cell(column.parentId) || null,
    storyPoints: number(row, column.storyPoints),
    storyPointEstimate: number(row, column.storyPointEstimate),
    flagged: row.cells(column.flagged).length > 0,
    team: row.cell(column.team) || null,
    labels: row.cells(column.labels),
    components: row.cells(column.components),
    fixVersions: row.cells(column.fixVersions),
    sprints: row.cells(column.sprints),
    objective: row.cell(column.objective) || null,
  };
}

function issueKey(row: Row): string {
  const key = stated(row, column.key);
  if (/^[^\s-][^\s]*-\d+$/.test(key)) return key;
  throw wrong(row, column.key, `"${key}" is not an issue key such as WEB-12`);
}

/** Some exports write a missing resolution as a word. */
const resolutionOf = (text: string) => (text === '' || text.toLowerCase() === 'unresolved' ? null : text);

function who(id: string, name: string): Who | null {
  if (id === '' && name === '') return null;
  return { accountId: id || `name:${name}`, displayName: name || id };
}

function stated(row: Row, from: Column): string {
  const text = row.cell(from);
  if (text === '') throw wrong(row, from, 'it is empty; fill it in or leave the row out');
  return text;
}

function date(row: Row, from: Column): number | null {
  const text = row.cell(from);
  if (text === '') return null;
  const instant = exportDate(text);
  if (instant !== null) return instant;
  throw wrong(row, from, `"${text}" is not a date; write it like 23/Jul/12 11:41 AM or 2012-07-23 11:41`);
}

function number(row: Row, from: Column): number | null {
  const text = row.cell(from);
  if (text === '') return null;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw wrong(row, from, `"${text}" is not a number; write it like 5 or 2.5`);
}

/** An error in the cell of that row and column. */
const wrong = ({ file, row }: Place, from: Column, message: string) =>
  inputError({ file, row, column: from[0] }, message);
