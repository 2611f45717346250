import { z } from 'zod';
import { readSetting, writeSetting } from './settingStore';

const TAKEN = 'snapshots';
const taken = z.number();

/** The day of the newest snapshots; `null`: none yet. */
export const newestSnapshotDay = async (): Promise<number | null> => {
  const last = taken.safeParse(await readSetting(TAKEN));
  return last.success ? last.data : null;
};

export const noteSnapshotDay = (day: number): Promise<void> => writeSetting(TAKEN, day);
