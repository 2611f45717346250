import { formatDay } from '../../../src/domain/time/day';
import type { Random } from '../../site/demo/random';

const PERSPECTIVES = ['financial', 'customer', 'internal process', 'learning and growth'];
/** Objectives below each one at the top, and below each of those: 4 × (1 + 3 + 11) = 60. */
const BELOW_TOP = 3;
const LEAVES_OF_TOP = 11;
/** Statuses of one objective each on the lowest level. */
const OTHER_STATUSES = ['achieved', 'dropped', 'draft'];

export type StatedBranch = { key: string; title: string; leaf: boolean; active: boolean };

/** A strategy of 60 objectives in a cascade of three levels, each with two key results: as a file, and its objectives. */
export function strategyFile(
  random: Random,
  today: number,
  owners: readonly string[],
): { csv: string; objectives: StatedBranch[] } {
  const objectives: StatedBranch[] = [];
  const lines = [
    'key,title,parent,owner,weight,status,start,target,description,perspective,kr,kr unit,kr baseline,kr target',
  ];
  const state = (parent: string, perspective: string, leaf: boolean, status = 'active'): string => {
    const key = `OBJ-${objectives.length + 1}`;
    const title = `Objective ${objectives.length + 1} of the ${perspective} perspective`;
    objectives.push({ key, title, leaf, active: status === 'active' });
    const owner = owners[random.between(0, owners.length - 1)] ?? '';
    const days = `${formatDay(today - random.between(60, 300))},${formatDay(today + random.between(30, 300))}`;
    const about = 'What it means and why it matters is told here in a sentence or two of usual length.';
    lines.push(
      `${key},${title},${parent},${owner},${random.between(1, 5)},${status},${days},${about},${perspective},` +
        `Customers who would recommend us,%,40,60`,
      `${key},,,,,,,,,,Days from order to delivery,days,9,3`,
    );
    return key;
  };
  for (const perspective of PERSPECTIVES) {
    const top = state('', perspective, false);
    const middle = Array.from({ length: BELOW_TOP }, () => state(top, perspective, false));
    for (let leaf = 0; leaf < LEAVES_OF_TOP; leaf += 1) {
      const status = perspective === 'financial' ? OTHER_STATUSES[leaf] : undefined;
      state(middle[leaf % BELOW_TOP] ?? top, perspective, true, status);
    }
  }
  return { csv: lines.join('\n'), objectives };
}
