import { sql } from 'kysely';
import type { PersonSums } from '../../domain/work/blockFigures';
import type { WindowDays } from '../../domain/time/window';
import { WINDOW_DAYS } from '../../domain/time/window';
import { type Cell, emptyCell } from '../../domain/work/cell';
import { EMPTY_TALLY } from '../../domain/work/tally';
import { columnsOf } from '../sql/columnsOf';
import { database } from '../sql/database';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import type { Served } from '../strategy/servedKeys';
import { unpackPersonUnits } from './packed';

/** A person, by stored id too, the number of their effort units, and the newest of their issues in one of the blocks. */
export type PersonEffort = { accountId: string; person: number; units: number; issue: number };

/** Whose effort is asked for: on these objectives, whose stored ids are given, in these projects. */
type Asked = { objectives: readonly string[]; served: Served; days: WindowDays; projects: readonly number[] };

/** The people with effort on some objectives, most units first. Two statements. */
export const peopleServing = async (asked: Asked): Promise<PersonEffort[]> =>
  mostFirst(await peopleIn(await blocksServing(asked), asked.days));

/**
 * The same, and the cells of one person's effort, in which only items are kept. Two statements.
 * @returns `cells`: none if they have none
 */
export const personServing = async (
  asked: Asked,
  accountId: string,
): Promise<{ people: PersonEffort[]; of: PersonEffort | null; cells: Cell[] }> => {
  const blocks = await blocksServing(asked);
  const people = await peopleIn(blocks, asked.days);
  const of = people.find((one) => one.accountId === accountId) ?? null;
  const cells = blocks.flatMap(({ project, serves, efforts }) =>
    efforts
      .filter(({ person }) => person === of?.person)
      .map(({ doing, done }) => ({
        ...emptyCell(project, serves),
        doing: { ...EMPTY_TALLY, items: doing },
        doneInWindow: { ...EMPTY_TALLY, items: doneWithin(done, asked.days) },
      })),
  );
  return { people, of, cells };
};

type ServingBlock = { project: number; serves: string; efforts: PersonSums[] };

const blocksServing = async ({ objectives, served, projects }: Asked): Promise<ServingBlock[]> => {
  const keyOf = new Map(
    objectives.flatMap((key) => {
      const id = served.get(key);
      return id === undefined ? [] : [[id, key] as const];
    }),
  );
  if (keyOf.size === 0 || projects.length === 0) return [];
  const rows = await selectAllByBytes({
    columns: columnsOf('b', ['id', 'project', 'serves', 'person_units']),
    from: sql`block b`,
    where: sql`b.project IN (${sql.join(projects)}) AND b.serves IN (${sql.join([...keyOf.keys()])})`,
    keys: ['id'],
    index: { table: 'b', name: 'block_by_project' },
    texts: ['person_units'],
  });
  return rows.map(({ project, serves, person_units }) => ({
    project: Number(project),
    serves: keyOf.get(Number(serves)) ?? '',
    efforts: unpackPersonUnits(String(person_units)),
  }));
};

const doneWithin = (done: readonly number[], days: WindowDays): number => done[WINDOW_DAYS.indexOf(days)] ?? 0;

/** The people with effort in some blocks. */
const peopleIn = (blocks: readonly ServingBlock[], days: WindowDays): Promise<PersonEffort[]> => {
  const efforts = new Map<number, Effort>();
  for (const { person, newest, doing, done } of blocks.flatMap((block) => block.efforts)) {
    const units = doing + doneWithin(done, days);
    if (units === 0) continue;
    const known = efforts.get(person) ?? { units: 0, issue: newest };
    efforts.set(person, { units: known.units + units, issue: Math.max(known.issue, newest) });
  }
  return named(efforts);
};

type Effort = Pick<PersonEffort, 'units' | 'issue'>;

/** With account ids; erased accounts are left out. */
const named = async (efforts: ReadonlyMap<number, Effort>): Promise<PersonEffort[]> => {
  if (efforts.size === 0) return [];
  const rows = await database
    .selectFrom('account')
    .select(['id', 'account_id'])
    .where('id', 'in', [...efforts.keys()])
    .execute();
  return rows.flatMap(({ id, account_id }) => {
    const effort = efforts.get(Number(id));
    return effort ? { accountId: account_id, person: Number(id), ...effort } : [];
  });
};

const mostFirst = (people: readonly PersonEffort[]): PersonEffort[] =>
  [...people].sort((a, b) => b.units - a.units || (a.accountId < b.accountId ? -1 : 1));
