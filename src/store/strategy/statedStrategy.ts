import { type RawBuilder, sql } from 'kysely';
import { batchesByWeight } from '../../domain/batches';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { DatedIssue } from '../../domain/strategy/objectiveIssue';
import type { Objective, ObjectiveOutline } from '../../domain/strategy/objective';
import { database } from '../sql/database';
import { numberIn, type Row } from '../sql/rowValues';
import { KEY_RESULT_PART, keyResultFrom, NO_KEY_RESULTS } from './keyResults';
import { OBJECTIVE_PART, objectiveFrom } from './objectives';
import { parentsInJira } from './parentsInJira';
import { type Served, servedIn, type ServedKey, servedKeyIn } from './servedKeys';

/** A stated objective with its key results, without its description. `revision`: the one that an edit of it must name */
export type OutlineRow = {
  id: number;
  revision: number;
  position: number;
  objective: ObjectiveOutline;
  keyResults: KeyResult[];
};

/** A stated objective with its description and key results. */
export type StatedRow = Omit<OutlineRow, 'objective'> & { objective: Objective };

type Read = OutlineRow & { descriptionBytes: number; description: string | null };

/** All objectives, also those that only issues name. Titles are sent once: key results are rows of their own. */
const read = async (
  keyResults: RawBuilder<unknown>,
  described: string,
): Promise<{ rows: Read[]; all: Row[]; issues: Map<string, DatedIssue> }> => {
  const { rows: all } = await sql<Row>`${OBJECTIVE_PART(described)} ${keyResults}`.execute(database);
  const stated = new Map<number, Read>();
  for (const row of all) {
    if (Number(row.part) !== 0 || row.status === 'unknown') continue;
    stated.set(Number(row.objective), {
      id: Number(row.objective),
      revision: Number(row.revision),
      position: Number(row.place),
      objective: objectiveFrom(row),
      keyResults: [],
      descriptionBytes: Number(row.low),
      description: row.description == null ? null : String(row.description),
    });
  }
  const inJira = all
    .filter(({ part, issue }) => Number(part) === 0 && issue !== null)
    .map((row) => ({
      key: String(row.objective_key),
      issue: Number(row.issue),
      parent: numberIn(row.issue_parent),
      created: Number(row.created),
      ended: numberIn(row.ended),
    }));
  const parents = await parentsInJira(inJira);
  for (const { objective } of stated.values()) {
    const above = parents.get(objective.key);
    if (above !== undefined) objective.parent = above;
  }
  const ofKeyResults = all.filter(({ part }) => Number(part) === 1);
  ofKeyResults.sort((a, b) => Number(a.place) - Number(b.place) || Number(a.id) - Number(b.id));
  for (const row of ofKeyResults) {
    const of = stated.get(Number(row.objective));
    of?.keyResults.push(keyResultFrom(row, of.objective.key));
  }
  return {
    rows: [...stated.values()].sort((a, b) => a.position - b.position || a.id - b.id),
    all,
    issues: new Map(inJira.map(({ key, issue, created, ended }) => [key, { id: issue, created, ended }])),
  };
};

const outlineOf = ({ id, revision, position, objective, keyResults }: Read): OutlineRow => ({
  id,
  revision,
  position,
  objective,
  keyResults,
});

/** The stated objectives with their key results, in the order of the strategy, without descriptions. One statement. */
export const outlineRows = async (): Promise<OutlineRow[]> => (await read(KEY_RESULT_PART, '')).rows.map(outlineOf);

/** The stated objectives, in the order of the strategy, without descriptions. One statement. */
export const statedObjectives = async (): Promise<ObjectiveOutline[]> =>
  (await read(NO_KEY_RESULTS, '')).rows.map(({ objective }) => objective);

/** The stated objectives, and what work serves by its stored ids, both ways. */
export type StatedAndServed = { objectives: ObjectiveOutline[]; servedKey: ServedKey; served: Served };

/** The stated objectives, in the order of the strategy, without descriptions, and the keys of what work serves. One statement. */
export const statedAndServed = async (): Promise<StatedAndServed> => {
  const { rows, all } = await read(NO_KEY_RESULTS, '');
  const keys = keysIn(all);
  return {
    objectives: rows.map(({ objective }) => objective),
    servedKey: servedKeyIn(keys),
    served: servedIn(keys),
  };
};

/** The keys of all objectives by their stored ids, those included that only issues name. */
const keysIn = (all: readonly Row[]): Map<number, string> =>
  new Map(all.flatMap((row) => (Number(row.part) === 0 ? [[Number(row.objective), String(row.objective_key)]] : [])));

/** The strategy as figures need it. */
export type StrategyOutline = {
  objectives: ObjectiveOutline[];
  keyResults: KeyResult[];
  servedKey: ServedKey;
  served: Served;
  /** the issues that objectives are, by the objectives' keys */
  issues: ReadonlyMap<string, DatedIssue>;
  /** of the one objective whose description was asked for */
  description: string | null;
};

/**
 * All objectives and key results, in the order of the strategy, and the keys of what work serves. One statement.
 * @param described key of the objective whose description is wanted
 */
export const statedStrategy = async (described = ''): Promise<StrategyOutline> => {
  const { rows, all, issues } = await read(KEY_RESULT_PART, described);
  const keys = keysIn(all);
  return {
    objectives: rows.map(({ objective }) => objective),
    keyResults: rows.flatMap(({ keyResults }) => keyResults),
    servedKey: servedKeyIn(keys),
    served: servedIn(keys),
    issues,
    description: rows.find(({ description }) => description !== null)?.description ?? null,
  };
};

/** Bytes of descriptions in an answer, as sent: escaped as JSON a text at most doubles. Forge's limit is 4 MiB. */
const ANSWER_BYTES = 3_000_000;

/**
 * The stated objectives whole, in the order of the strategy: for what needs every description, such as a file. One
 * statement, and one for each 3 MB of descriptions.
 */
export const statedRows = async (): Promise<StatedRow[]> => {
  const { rows } = await read(KEY_RESULT_PART, '');
  const described = rows.filter(({ objective }) => objective.description !== false);
  const texts = new Map<number, string>();
  for (const batch of batchesByWeight(described, ({ descriptionBytes }) => 2 * descriptionBytes, ANSWER_BYTES))
    for (const [id, text] of await descriptionsOf(batch.map(({ id }) => id))) texts.set(id, text);
  return rows.map((row) => withDescription(outlineOf(row), texts.get(row.id) ?? null));
};

/** An objective with its description. One statement. */
export const wholeRow = async (row: OutlineRow): Promise<StatedRow> =>
  withDescription(row, (await descriptionsOf([row.id])).get(row.id) ?? null);

const withDescription = (row: OutlineRow, description: string | null): StatedRow => ({
  ...row,
  objective: { ...row.objective, description },
});

const descriptionsOf = async (ids: readonly number[]): Promise<Map<number, string>> => {
  const rows = await database.selectFrom('objective').select(['id', 'description']).where('id', 'in', ids).execute();
  return new Map(rows.flatMap(({ id, description }) => (description === null ? [] : [[Number(id), description]])));
};
