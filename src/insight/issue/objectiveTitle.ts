import type { ObjectiveRef } from '../../contract';
import { titleAndStatus } from '../../store/strategy/objectives';
import { refOf, unknownRef } from '../figures';

/**
 * The stored title of a key that an issue's field holds. The title in the field's value proves nothing: whoever may edit
 * the issue can write another one through Jira's REST API. One statement.
 */
export const objectiveTitle = async (key: string): Promise<ObjectiveRef> => {
  const stated = await titleAndStatus(key);
  return stated === null ? unknownRef(key) : refOf({ key, ...stated });
};
