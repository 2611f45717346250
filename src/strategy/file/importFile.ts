import type { ImportOutcome, ImportProblem } from '../../contract';
import { sizeOf, sizeProblem } from '../../domain/strategy/caps';
import { changesBetween, type HistoryField } from '../../domain/strategy/history';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import { RUN } from '../../domain/work/workItem';
import { fetchPeople } from '../../jira/people';
import { addAuditLine } from '../../store/runs/auditLines';
import { applyPendingEvents } from '../../store/strategy/applyEvents';
import { type StatedRow, statedRows } from '../../store/strategy/statedStrategy';
import { commit } from '../edit/commit';
import { oneAtATime, STRATEGY } from '../edit/oneAtATime';
import { FILE_COLUMNS, type FileColumn } from '../../domain/strategy/fileColumns';
import { ruleProblems } from './fileRules';
import { idsFrom } from '../edit/freshIds';
import { type FileObjective, type FileProblem, readStrategyFile, type StrategyFile } from './readStrategyFile';
import { withChanged } from '../edit/stated';
import { identified, isAsBefore } from '../edit/states';

/** A rule that a file states: what its JQL matches is linked to an objective's key, or to `RUN`. */
type Link = { row: number; jql: string; to: string };

/** What states the rules of a file's column `link`. `check`: how many are new, and what is wrong with them */
export type LinkRules = {
  check: (links: readonly Link[]) => Promise<{ rules: number; problems: { row: number | null; message: string }[] }>;
  state: (links: readonly Link[], account: string, now: number) => Promise<void>;
};

const linksOf = ({ links }: StrategyFile): Link[] => links.map(({ row, jql, key }) => ({ row, jql, to: key }));

/** A file's objective, its row if stored, and its new state. */
type Planned = { file: FileObjective; row: StatedRow | null; after: ObjectiveState };

/**
 * Imports a strategy file, or without `apply` says what that would do. Any problem stops it: all problems are reported
 * and nothing is changed. Objectives that the file does not name stay, and so do fields without a column. After a
 * crash, importing the file again completes it.
 */
export const importFile = (
  csv: string,
  apply: boolean,
  account: string,
  now: number,
  rules: LinkRules,
): Promise<ImportOutcome> => {
  const run = () => checkedImport(csv, apply, account, now, rules);
  // It does not wait: the strategy that the person saw in the preview is being changed.
  return apply ? oneAtATime(STRATEGY, run, 1) : run();
};

const checkedImport = async (
  csv: string,
  apply: boolean,
  account: string,
  now: number,
  rules: LinkRules,
): Promise<ImportOutcome> => {
  const file = readStrategyFile(csv);
  await applyPendingEvents();
  const rows = await statedRows();
  const planned = planOf(file, rows, now);
  const links = linksOf(file);
  const ruled = await rules.check(links);
  const problems = [
    ...file.problems,
    ...file.strange.map((column) => ({
      row: 1,
      column,
      message: `is no column of a strategy file; they are ${NAMES}`,
    })),
    ...caseProblems(planned, rows),
    ...sizeProblems(planned, rows),
    ...placed(planned, rows),
    ...(await ownerProblems(planned)),
    ...ruled.problems.map((problem) => ({ column: 'link', ...problem })),
  ];
  const changes = planned.filter(({ row, after }) => !isAsBefore(row, after));
  const applied = apply && problems.length === 0;
  if (applied && changes.length > 0) {
    await commit(changes, rows, account, now);
    const created = changes.filter(({ row }) => row === null).length;
    await addAuditLine({ what: 'import', created, changed: changes.length - created }, account, now);
  }
  if (applied) await rules.state(links, account, now);
  const keys = (some: readonly Planned[]): string[] => some.map(({ after }) => after.objective.key);
  return {
    problems: shownProblems(problems),
    created: keys(changes.filter(({ row }) => row === null)),
    changed: changes.flatMap(({ row, after }) =>
      row ? [{ key: row.objective.key, fields: fieldsOf(row, after) }] : [],
    ),
    rules: ruled.rules,
    unchanged: keys(planned.filter(({ row, after }) => isAsBefore(row, after))),
    applied,
  };
};

const fieldsOf = (before: StatedRow, after: ObjectiveState): HistoryField[] => [
  ...new Set(changesBetween(before, after).map(({ field }) => field)),
];

/** Problems that are told at once. */
const MOST_PROBLEMS = 200;

const shownProblems = (problems: FileProblem[]): ImportProblem[] => {
  const shown = problems
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    .slice(0, MOST_PROBLEMS)
    .map(shownProblem);
  const left = problems.length - shown.length;
  if (left === 0) return shown;
  return [
    ...shown,
    { row: null, column: null, message: `Mend these first: ${left.toLocaleString('en')} more follow.` },
  ];
};

const sizeProblems = (planned: readonly Planned[], rows: readonly StatedRow[]): FileProblem[] => {
  const after = new Map<string, ObjectiveState>(rows.map((row) => [row.objective.key, row]));
  for (const one of planned) after.set(one.after.objective.key, one.after);
  const message = sizeProblem(sizeOf(rows), sizeOf(after.values()));
  return message === null ? [] : [{ row: null, column: null, message }];
};

const NAMES = FILE_COLUMNS.join(', ');

const shownProblem = ({ row, column, message }: FileProblem): ImportProblem => ({
  row,
  column,
  // A message that begins with a capital or a quotation names its subject itself.
  message: /^[a-z]/.test(message) ? `${column === null ? 'The file' : `"${column}"`} ${message}.` : `${message}.`,
});

const planOf = (file: StrategyFile, rows: readonly StatedRow[], now: number): Planned[] => {
  const freshId = idsFrom(now);
  const byKey = new Map(rows.map((row) => [row.objective.key, row]));
  return file.objectives
    .filter(({ objective }) => objective.key !== RUN)
    .map((stated) => {
      const row = byKey.get(stated.objective.key) ?? null;
      const filed = stated.keyResults.map(({ keyResult }) => keyResult);
      const keyResults =
        row && !file.columns.has('kr')
          ? row.keyResults
          : identified(stated.objective.key, filed, row?.keyResults ?? [], freshId);
      return { file: stated, row, after: { objective: objectiveOf(stated, row, file.columns), keyResults } };
    });
};

/** A file's objective. Of a stored one, fields without a column stay. */
const objectiveOf = (
  { objective }: FileObjective,
  row: StatedRow | null,
  columns: ReadonlySet<FileColumn>,
): ObjectiveState['objective'] => {
  if (row === null) return objective;
  const stated = Object.entries(objective).filter(([field]) => columns.has(field as FileColumn));
  return { ...row.objective, ...Object.fromEntries(stated) };
};

/** Keys that differ only in case are refused: they would be hard to tell apart. */
const caseProblems = (planned: readonly Planned[], rows: readonly StatedRow[]): FileProblem[] => {
  const stated = new Map(rows.map(({ objective: { key } }) => [key.toLowerCase(), key]));
  return planned.flatMap(({ file: { row, objective } }) => {
    const same = stated.get(objective.key.toLowerCase());
    if (same === undefined || same === objective.key) return [];
    return [{ row, column: 'key', message: `"${objective.key}" is ${same} in the strategy; write it the same way` }];
  });
};

const placed = (planned: readonly Planned[], rows: readonly StatedRow[]): FileProblem[] => {
  const all = withChanged(
    rows,
    planned.map(({ after }) => after.objective),
  );
  const where = 'of this file or of the strategy; use the key of another row';
  return planned.filter(({ file }) => !file.broken).flatMap(({ file, after }) => ruleProblems(file, after, all, where));
};

/** Looks new owners up as the person who imports, 100 in a call. */
const ownerProblems = async (planned: readonly Planned[]): Promise<FileProblem[]> => {
  const added = planned.flatMap(({ file, row, after: { objective } }) =>
    objective.owner === null || objective.owner === row?.objective.owner
      ? []
      : [{ row: file.row, owner: objective.owner }],
  );
  const known = new Set((await fetchPeople(added.map(({ owner }) => owner))).map(({ accountId }) => accountId));
  return added
    .filter(({ owner }) => !known.has(owner))
    .map(({ row, owner }) => ({
      row,
      column: 'owner',
      message: `"${owner}" is no account that Jira knows; write an account id, or leave it empty`,
    }));
};
