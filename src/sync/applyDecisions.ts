import { isDeepStrictEqual } from 'node:util';
import type { DroppedDecisions } from '../domain/work/dropped';
import { droppedDecisions, saveDroppedDecisions } from '../settings/droppedDecisions';
import { noteDecisions } from './compare/configurationChange';

/**
 * Saves what an admin decided of resolutions and statuses, and notes what means something new. The five-minute schedule
 * then counts the issues again from what is stored, without reading them from Jira. If this ends between the two, the
 * hourly schedule notices.
 * @returns whether they differ from those before
 */
export const applyDecisions = async (decided: DroppedDecisions, now: number): Promise<boolean> => {
  if (isDeepStrictEqual(await droppedDecisions(), decided)) return false;
  await saveDroppedDecisions(decided);
  await noteDecisions(now);
  return true;
};
