import type { SyncedItem } from '../../domain/work/workItem';
import { blockFor, blocksFor } from '../../store/blocks/placeItems';
import { NOTHING_ID } from '../../store/sql/storedNumbers';
import { type ItemIds, ownTag, type Touched } from '../../store/work/beforeWriting';
import type { FirstPlace } from '../../store/work/workItems';

type Before = Pick<Touched, 'fresh' | 'inherited' | 'parentsServe'> & { ids: ItemIds };

/**
 * Finds what new items serve, and blocks for them, before they are written. So most are written once, not again when
 * they inherit and when they are placed.
 *
 * It need not always be right: what follows is derived after the write all the same. But an item that has a block is
 * taken as stored with all that follows from it. So none is placed here from which stored items inherit, nor one whose
 * links may decide.
 * @returns `added`: how many items each block is to get
 */
export const placesAtFirst = async (
  items: readonly SyncedItem[],
  { fresh, inherited, parentsServe, ids }: Before,
): Promise<{ places: Map<number, FirstPlace>; added: Map<number, number> }> => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const isNew = new Set(fresh);
  const served = items.flatMap((item) => {
    if (!isNew.has(item.id) || inherited.has(item.id)) return [];
    const serves = servesAtFirst(item, byId, { parentsServe, ids });
    return serves === undefined ? [] : [{ id: item.id, project: item.project, serves: serves ?? NOTHING_ID }];
  });
  const places = new Map<number, FirstPlace>();
  const added = new Map<number, number>();
  for (const batch of await blocksFor(served, added)) {
    for (const item of batch.some) {
      const block = blockFor(item, batch);
      if (block !== undefined) places.set(item.id, { serves: item.serves === NOTHING_ID ? null : item.serves, block });
    }
  }
  return { places, added };
};

/** What an item serves by what is written with it and by its stored ancestor; `undefined`: that does not tell. */
const servesAtFirst = (
  item: SyncedItem,
  byId: ReadonlyMap<number, SyncedItem>,
  { parentsServe, ids }: Pick<Before, 'parentsServe' | 'ids'>,
): number | null | undefined => {
  const passed = new Set<number>();
  for (let at = item; ;) {
    if (at.linked.length > 0 || passed.has(at.id)) return undefined;
    passed.add(at.id);
    const tag = ownTag(at, ids);
    if (tag !== null || at.parent === null) return tag;
    const above = byId.get(at.parent);
    if (above === undefined) return parentsServe.get(at.parent) ?? null;
    at = above;
  }
};
