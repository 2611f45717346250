import { type RawBuilder, sql } from 'kysely';
import type { ScoreSnapshot } from '../../domain/scores/scoreSnapshot';
import type { ObjectiveSnapshot, ProjectSnapshot } from '../../domain/strategy/snapshot';
import type { Coverage } from '../../domain/work/coverage';
import type { Window } from '../../domain/time/window';
import { type Row, textIn } from '../sql/rowValues';
import { SCORE_COLUMNS, scoresFrom } from './scoreSnapshots';
import {
  effortSnapshot,
  NO_PROJECT,
  OBJECTIVE_SIZES,
  objectiveSnapshot,
  planIn,
  PROJECT_SIZES,
  selectParts,
  SIZES,
} from './snapshots';

/**
 * What was recorded of a day. Scores and objectives were recorded over all projects, so they are empty for viewers
 * whose numbers cover some.
 */
export type RecordedDay = {
  scores: ScoreSnapshot | null;
  objectives: ObjectiveSnapshot[];
  projects: ProjectSnapshot[];
};

type Kind = {
  /** among the rows of a day */
  kind: number;
  table: 'site_snapshot' | 'objective_snapshot' | 'project_snapshot';
  subject: RawBuilder<unknown>;
  sizes: readonly string[];
};

const SCORES: Kind = { kind: 0, table: 'site_snapshot', subject: sql`0`, sizes: SCORE_COLUMNS };
const OBJECTIVES: Kind = {
  kind: 1,
  table: 'objective_snapshot',
  subject: sql.ref('s.objective'),
  sizes: OBJECTIVE_SIZES,
};
const PROJECTS: Kind = { kind: 2, table: 'project_snapshot', subject: sql.ref('s.project'), sizes: PROJECT_SIZES };

/**
 * The newest records in a range of days: of the site's scores, of objectives, and of the covered projects, each of one
 * day. Deleted objectives and projects have none. One statement, unless there are many thousands.
 */
export const recordedIn = async (days: Window, coverage: Coverage): Promise<RecordedDay> =>
  recordedAmong(await selectParts(recordedParts(days, coverage), days.from));

/** The kinds of a day's rows are numbered from here; of a further day that is read with it, behind those of the first. */
const FIRST_KIND = 10;
const kindOn = ({ kind }: Kind, place: number): number => FIRST_KIND * (place + 1) + kind;

/**
 * SELECTs of `recordedIn`.
 * @param place of the day among several that one statement reads
 */
export const recordedParts = (
  days: Window,
  { covers, covered }: Pick<Coverage, 'covers' | 'covered'>,
  place = 0,
): RawBuilder<unknown>[] => {
  const projects = covered.size === 0 ? [NO_PROJECT] : [...covered];
  const ofProjects = select(PROJECTS, place, days, {
    texts: sql`${NO_TEXTS}, s.planned AS planned`,
    isAmong: sql`AND s.project IN (${sql.join(projects)})`,
  });
  const overAll = [
    select(SCORES, place, days, {}),
    select(OBJECTIVES, place, days, {
      join: sql`JOIN objective o ON o.id = s.objective`,
      texts: sql`o.objective_key AS objective_key, s.key_results AS key_results, s.health AS health, NULL AS planned`,
    }),
  ];
  return covers === 'all' ? [...overAll, ofProjects] : [ofProjects];
};

/** What was recorded of a day among the rows of such SELECTs. */
export const recordedAmong = (rows: readonly Row[], place = 0): RecordedDay => {
  const ofKind = (kind: Kind) => rows.filter((row) => Number(row.kind) === kindOn(kind, place));
  const [scores] = ofKind(SCORES);
  return {
    scores: scores === undefined ? null : scoresFrom({ ...scores, ...renamed(scores) }),
    objectives: ofKind(OBJECTIVES).map(objectiveSnapshot),
    projects: ofKind(PROJECTS).map((row) => ({
      project: Number(row.subject),
      ...effortSnapshot(row),
      planned: planIn(textIn(row.planned)),
    })),
  };
};

const NO_TEXTS = sql`NULL AS objective_key, NULL AS key_results, NULL AS health`;

type Parts = Partial<Record<'join' | 'texts' | 'isAmong', RawBuilder<unknown>>>;

/** SELECT of one kind of records `s`, of the newest of the days that has some. */
const select = (kind: Kind, place: number, { from, to }: Window, parts: Parts): RawBuilder<unknown> => {
  const { table, subject, sizes } = kind;
  const { join = sql``, texts = sql`${NO_TEXTS}, NULL AS planned`, isAmong = sql`` } = parts;
  const sized = SIZES.map((name, at) => sql`${sizes[at] ? sql.ref(`s.${sizes[at]}`) : sql`0`} AS ${sql.ref(name)}`);
  return sql`
    SELECT ${sql.lit(kindOn(kind, place))} AS kind, ${subject} AS subject, s.day AS day, ${texts}, ${sql.join(sized)}
    FROM ${sql.table(table)} s ${join}
    WHERE s.day = (SELECT MAX(day) FROM ${sql.table(table)} WHERE day >= ${from} AND day <= ${to}) ${isAmong}`;
};

/** The sizes of a row of scores under their own names. */
const renamed = (row: Row): Row =>
  Object.fromEntries(SCORE_COLUMNS.map((column, at) => [column, row[`size${at}`] ?? null]));
