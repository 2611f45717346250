import { z } from 'zod';
import { type DroppedDecisions, MOST_DECIDED, UNDECIDED } from '../domain/work/dropped';
import { jiraId } from '../jira/jiraId';
import { readSetting, writeSetting } from '../store/runs/settingStore';

/** The name of the setting that holds what an admin decided of resolutions and statuses. */
export const DROPPED = 'dropped';

const decisions = z
  .record(jiraId, z.boolean())
  .refine((decided) => Object.keys(decided).length <= MOST_DECIDED, `Decide on at most ${MOST_DECIDED}`);

/** What a page sends, and what is stored. */
export const decisionsShape = z.object({ resolution: decisions, status: decisions });

/** The decisions from their stored value; `undefined`: none is stored. */
export const decisionsFrom = (value: unknown): DroppedDecisions =>
  value === undefined ? UNDECIDED : decisionsShape.parse(value);

export const droppedDecisions = async (): Promise<DroppedDecisions> => decisionsFrom(await readSetting(DROPPED));

export const saveDroppedDecisions = (decided: DroppedDecisions): Promise<void> => writeSetting(DROPPED, decided);
