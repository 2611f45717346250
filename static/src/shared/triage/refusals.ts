import type { DeferResult } from '../../../../src/contract';
import type { Format } from '../format';
import type { Undecided } from './groups';

/** Whether an issue is neither set aside nor brought back. */
export const isRefused = ({ outcome }: DeferResult): boolean => outcome !== 'done';

type Refused = Exclude<DeferResult['outcome'], 'done'>;

/** Why issues are neither set aside nor brought back, around their keys. */
const WHY: Record<Refused, (keys: string) => string> = {
  forbidden: (keys) => `You may not edit ${keys}.`,
  notFound: (keys) => `No longer here, or hidden from you: ${keys}.`,
};

/** Keys that are named for one reason. */
const NAMED = 5;

/** Which issues were neither set aside nor brought back, and why, in a sentence for each reason; none where all were. */
export const refusals = (results: readonly DeferResult[], units: readonly Undecided[], format: Format): string[] => {
  const keyOf = new Map(units.map(({ id, facts }) => [id, facts.key]));
  return (['forbidden', 'notFound'] as const).flatMap((reason) => {
    const keys = results.flatMap(({ issueId, outcome }) => (outcome === reason ? (keyOf.get(issueId) ?? []) : []));
    const more = keys.length - NAMED;
    const named = keys.slice(0, NAMED).join(', ');
    return keys.length === 0 ? [] : [WHY[reason](more > 0 ? `${named} and ${format.number(more)} more` : named)];
  });
};
