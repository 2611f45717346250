import { z } from 'zod';
import { readSetting, writeSetting } from './settingStore';

/** Name of the setting that holds the day of the newest snapshots. */
const TAKEN = 'snapshots';
const taken = z.number();

/** The day of the newest snapshots; `null`: none were taken. */
export const newestSnapshots = async (): Promise<number | null> => {
  const last = taken.safeParse(await readSetting(TAKEN));
  return last.success ? last.data : null;
};

/** Notes that snapshots of a day were taken. */
export const noteSnapshots = (day: number): Promise<void> => writeSetting(TAKEN, day);
