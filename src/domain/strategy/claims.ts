import { provenanceOf } from '../work/provenance';
import type { WorkItem } from '../work/workItem';

/** A work item, as far as it matters which objective it would serve. `isUnit`: it counts, and is not dropped */
export type ClaimedItem = Pick<WorkItem, 'id' | 'parent' | 'level' | 'tag'> & { isUnit: boolean };

/**
 * What issues would take if they were objectives: units by the hierarchy and by links. `choices`: items that would serve by
 * their own links, where those join several
 */
export type Claims = { taken: Map<number, { below: number; linked: number }>; choices: number };

/**
 * Which units would serve which issue, if these were objectives.
 * @param objectives ids of the issues
 * @param links of each item that links join to such issues their ids, in the order in which the first one counts
 * @param items all below these and those linked to them, as far as none has a tag, and all above the linked ones
 */
export const claimsOf = (
  objectives: readonly number[],
  links: ReadonlyMap<number, readonly number[]>,
  items: readonly ClaimedItem[],
): Claims => {
  const claims: Claims = { taken: new Map(objectives.map((id) => [id, { below: 0, linked: 0 }])), choices: 0 };
  const asRead = (item: ClaimedItem) => {
    const isObjective = claims.taken.has(item.id);
    const first = isObjective ? undefined : links.get(item.id)?.[0];
    return { ...item, isObjective, tag: isObjective ? String(item.id) : item.tag, link: first?.toString() ?? null };
  };
  const byId = new Map(items.map((item) => [item.id, asRead(item)]));
  for (const item of byId.values()) {
    if (item.isObjective) continue;
    const provenance = provenanceOf(item, byId);
    if (provenance.kind === 'none') continue;
    const taken = claims.taken.get(Number(provenance.serves));
    if (provenance.kind === 'hierarchy' && taken && item.isUnit) taken.below += 1;
    if (provenance.kind !== 'link' || !taken) continue;
    if (item.isUnit) taken.linked += 1;
    if (provenance.source === item.id && (links.get(item.id)?.length ?? 0) > 1) claims.choices += 1;
  }
  return claims;
};
