import type { TagOrigin } from '../contract';
import { originsOf, type TagOrigin as StoredOrigin } from '../store/tagging/tagOrigins';

/** A stored origin for a page; `null`: there is none. */
export const originOf = (stored: StoredOrigin | undefined): TagOrigin | null =>
  stored ? { ...stored, at: new Date(stored.at).toISOString() } : null;

/** A unit of a list. `isTagged`: it has a tag of its own */
type Listed = { id: number; isTagged: boolean };

/** Of units of a list who gave them their own tags in the app, for a page. One statement, none where there is no tag. */
export const withOrigins = async (
  units: readonly Listed[],
): Promise<(unit: Listed) => { id: string; isTagged: boolean; origin: TagOrigin | null }> => {
  const origins = await originsOf(units.flatMap(({ id, isTagged }) => (isTagged ? id : [])));
  return ({ id, isTagged }) => ({ id: String(id), isTagged, origin: originOf(origins.get(id)) });
};
