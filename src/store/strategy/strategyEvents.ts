import { type RawBuilder, sql } from 'kysely';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { Objective } from '../../domain/strategy/objective';
import type { ObjectiveState, StrategyEvent } from '../../domain/strategy/strategyEvent';
import { turnIn, withoutTexts } from '../../domain/strategy/turn';
import { accountIds } from '../work/accounts';
import { batchesByBytes } from '../sql/batchesByBytes';
import { bytesOf, textIn, type Row } from '../sql/rowValues';
import { columnsOf } from '../sql/columnsOf';
import { database } from '../sql/database';
import { firstByBytes, type Page } from '../sql/firstByBytes';
import type { Place } from './objectives';
import { type Reader, seesChange } from './reader';
import type { StrategyEventTable } from '../sql/schema';

/** A change of the strategy that is not stored yet. */
export type NewEvent = Omit<StrategyEvent, 'objective'> & {
  /** id of the objective's row, which exists already */
  objective: number;
  /** new places of objectives in the order of the strategy; empty: none moves */
  places: readonly Place[];
  /** whether issues may be tagged with the objective under another title */
  carried: boolean;
};

/** What `before_state` and `after_state` hold. The owner has columns of its own. */
type KeptState = { objective: Omit<Objective, 'owner'> & { owner?: undefined }; keyResults: readonly KeyResult[] };
type KeptAfter = KeptState & { places?: readonly Place[]; carried?: boolean };

const kept = ({ objective, keyResults }: ObjectiveState): KeptState => {
  // `JSON.stringify` leaves out what is undefined.
  const withoutOwner: KeptState['objective'] = { ...objective, owner: undefined };
  return { objective: withoutOwner, keyResults };
};

/**
 * Inserts events. Of two with one revision the primary key admits one. One statement for as many as a request holds.
 * @returns the ids of the objectives whose events came too late, none of which is stored
 */
export const storeEvents = async (events: readonly NewEvent[]): Promise<number[]> => {
  const people = [...events.map(({ author }) => author), ...events.flatMap(owners)];
  const accounts = await accountIds(people.filter((account) => account !== null));
  const idOf = (account: string | null): number | null => (account === null ? null : (accounts.get(account) ?? null));
  const rows = events.map(
    ({ objective, revision, at, day, author, before, after, openWork, places, carried }): StrategyEventTable => {
      const states = {
        before_state: before && JSON.stringify(kept(before)),
        after_state: JSON.stringify({
          ...kept(after),
          ...(places.length > 0 && { places }),
          ...(carried && { carried }),
        } satisfies KeptAfter),
      };
      return {
        objective,
        revision,
        at,
        day,
        author: idOf(author),
        ...states,
        text_bytes: bytesOf(...Object.values(states)),
        before_owner: idOf(before?.objective.owner ?? null),
        after_owner: idOf(after.objective.owner),
        open_work: openWork,
        ...turnColumns({ before, after }),
      };
    },
  );
  const late: number[] = [];
  for (const batch of batchesByBytes(rows, (row) => `${row.before_state ?? ''}${row.after_state}`)) {
    const { numInsertedOrUpdatedRows: stored = 0n } = await database
      .insertInto('strategy_event')
      .ignore()
      .values(batch)
      .executeTakeFirstOrThrow();
    if (Number(stored) < batch.length) late.push(...(await cameTooLate(batch)));
  }
  return late;
};

const turnColumns = (change: Pick<NewEvent, 'before' | 'after'>) => {
  const { statusBefore, statusAfter, changesCourse } = turnIn(change);
  return {
    status_before: statusBefore,
    status_after: statusAfter,
    changes_course: changesCourse ? 1 : 0,
    outline_before: change.before && JSON.stringify(withoutTexts(change.before)),
  };
};

const owners = ({ before, after }: NewEvent): (string | null)[] => [
  before?.objective.owner ?? null,
  after.objective.owner,
];

/** The events that another one of the same revision kept out. */
const cameTooLate = async (rows: readonly StrategyEventTable[]): Promise<number[]> => {
  const found = await database
    .selectFrom('strategy_event')
    .select(['objective', 'at', 'after_state'])
    .where((where) => where.or(rows.map(({ objective, revision }) => where.and({ objective, revision }))))
    .execute();
  const byObjective = new Map(found.map((row) => [Number(row.objective), row]));
  return rows
    .filter(({ objective, at, after_state }) => {
      const held = byObjective.get(objective);
      return Number(held?.at) !== at || held?.after_state !== after_state;
    })
    .map(({ objective }) => objective);
};

const COLUMNS: Record<string, RawBuilder<unknown>> = {
  ...columnsOf('e', ['objective', 'revision', 'at', 'day', 'open_work', 'after_owner']),
  objective_key: sql.ref('o.objective_key'),
  position: sql.ref('o.position'),
  author: sql.ref('p.account_id'),
  owned_before: sql.ref('b.account_id'),
  owned_after: sql.ref('a.account_id'),
};

const PEOPLE = sql`
  LEFT JOIN account p ON p.id = e.author LEFT JOIN account b ON b.id = e.before_owner LEFT JOIN account a ON a.id = e.after_owner`;

const TEXTS = {
  table: 'strategy_event',
  alias: 'e',
  texts: ['before_state', 'after_state'],
  bytes: 'text_bytes',
};

/**
 * The order of changes. Those of one moment are in the order of the strategy, not of ids in the database, which tell the
 * keys that issues named first, hidden ones too.
 */
const MOMENT = ['at', 'revision', 'position', 'objective_key'];

/** The changes to read: of one objective before a revision, or of all since a day. */
export type EventsAsked = { of: string; before: number | null } | { since: number };

/** Changes on a page of one objective or of the review, and bytes of their texts as sent. */
const MOST_ROWS = 100;
const MOST_BYTES = 1_500_000;

/** A page of the changes of which a reader may see something, newest first. One statement. */
export const eventsPage = async (asked: EventsAsked, reader: Reader): Promise<Page<StrategyEvent>> => {
  const wanted =
    'of' in asked
      ? sql`o.objective_key = ${asked.of} ${asked.before === null ? sql`` : sql`AND e.revision < ${asked.before}`}`
      : sql`e.day >= ${asked.since}`;
  const { rows, left } = await firstByBytes({
    columns: COLUMNS,
    lookedUp: ['w', 'p', 'b', 'a'],
    from: sql`strategy_event e JOIN objective o ON o.id = e.objective LEFT JOIN account w ON w.id = o.owner ${PEOPLE}`,
    where: sql`${seesChange(reader)} AND ${wanted}`,
    keys: ['objective', 'revision'],
    order: MOMENT,
    desc: true,
    textsOf: TEXTS,
    most: MOST_ROWS,
    bytes: MOST_BYTES,
  });
  return { rows: rows.map(eventFrom), left };
};

const eventFrom = (row: Row): StrategyEvent => ({
  objective: String(row.objective_key),
  revision: Number(row.revision),
  at: Number(row.at),
  day: Number(row.day),
  author: textIn(row.author),
  before: row.before_state === null ? null : stateIn(row.before_state, row.owned_before),
  after: stateIn(row.after_state, row.owned_after),
  openWork: Number(row.open_work),
});

/** The app wrote this text, so its shape is known. */
const stateIn = (text: Row[string] | undefined, owner: Row[string] | undefined): ObjectiveState => {
  const { objective, keyResults } = JSON.parse(String(text)) as KeptState;
  return { objective: { ...objective, owner: textIn(owner) }, keyResults };
};

/** A stored event that the objective's row does not contain yet. */
export type PendingEvent = {
  /** id of the objective's row */
  id: number;
  revision: number;
  /** an id of `account` */
  owner: number | null;
  after: ObjectiveState;
  places: readonly Place[];
  /** whether issues carry the objective under another title */
  changesTitle: boolean;
  /** whether it is stated for the first time */
  isNew: boolean;
};

const PENDING_BYTES = 3_000_000;
const MOST_PENDING = 1000;

/** The first pending events, each objective's in their order, and how many more there are. One statement. */
export const pendingEvents = async (): Promise<Page<PendingEvent>> => {
  const { rows, left } = await firstByBytes({
    columns: { ...COLUMNS, title: sql.ref('o.title'), status: sql.ref('o.status') },
    from: sql`objective o JOIN strategy_event e ON e.objective = o.id AND e.revision > o.revision ${PEOPLE}`,
    where: sql`1 = 1`,
    keys: ['objective', 'revision'],
    order: ['objective', 'revision'],
    textsOf: TEXTS,
    most: MOST_PENDING,
    bytes: PENDING_BYTES,
  });
  return { rows: rows.map(pendingFrom), left };
};

const pendingFrom = (row: Row): PendingEvent => {
  const { places = [], carried = false } = JSON.parse(String(row.after_state)) as KeptAfter;
  const after = stateIn(row.after_state, row.owned_after);
  const wasStated = row.status !== 'unknown';
  // Issues do not carry a draft's title.
  const isTold = row.status === 'draft' && after.objective.status !== 'draft';
  return {
    id: Number(row.objective),
    revision: Number(row.revision),
    owner: row.after_owner == null ? null : Number(row.after_owner),
    after,
    places,
    isNew: !wasStated,
    changesTitle: carried || isTold || (wasStated && row.title !== after.objective.title),
  };
};
