import { RUN } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { NOTHING_ID, RUN_ID } from '../sql/storedNumbers';

/** What a stored id in `serves` stands for: an objective's key, `RUN`, or `null` for what serves nothing. */
export type ServedKey = (serves: number) => string | null;

/** The keys of all objectives by their stored ids, those included that only issues name: one statement. */
export const servedKeys = async (): Promise<ServedKey> => servedKeyIn(await keysById());

/** What is served, by key, and its stored id. */
export type Served = ReadonlyMap<string | null, number>;

/** @param keys of all objectives by their stored ids */
export const servedIn = (keys: ReadonlyMap<number, string>): Served =>
  new Map<string | null, number>([
    [null, NOTHING_ID],
    [RUN, RUN_ID],
    ...[...keys].map(([id, key]): [string, number] => [key, id]),
  ]);

const keysById = async (): Promise<Map<number, string>> => {
  const rows = await database.selectFrom('objective').select(['id', 'objective_key']).execute();
  return new Map(rows.map(({ id, objective_key }) => [Number(id), objective_key]));
};

/** @param keys of all objectives by their stored ids */
export const servedKeyIn =
  (keys: ReadonlyMap<number, string>): ServedKey =>
  (serves) => {
    if (serves === NOTHING_ID) return null;
    return serves === RUN_ID ? RUN : (keys.get(serves) ?? null);
  };
