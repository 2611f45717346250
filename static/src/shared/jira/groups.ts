import type { Group } from '../../../../src/contract';
import { readJira } from './readJira';

const MOST_FOUND = 20;

/** Up to 20 groups whose name contains a text, in any case, and that the viewer may see. */
export async function searchGroups(query: string): Promise<Group[]> {
  const asked = new URLSearchParams({ query, maxResults: String(MOST_FOUND), caseInsensitive: 'true' });
  const { groups } = await readJira<{ groups: { groupId: string; name: string }[] }>(
    `/rest/api/3/groups/picker?${asked.toString()}`,
  );
  return groups.map(({ groupId, name }) => ({ id: groupId, name }));
}
