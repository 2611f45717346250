import { gatheredBy } from '../gatheredBy';
import { metricsDoNotReinforce } from './metricsDoNotReinforce';
import { notCommunicated } from './notCommunicated';
import { notStated } from './notStated';
import { outOfReach } from './outOfReach';
import { resourcesElsewhere } from './resourcesElsewhere';
import { scopeGrowth } from './scopeGrowth';
import { servesNothing } from './servesNothing';
import { silo } from './silo';
import { strategicDrift } from './strategicDrift';
import { stuck } from './stuck';
import type { Finding, FindingsInput } from './types';

export type { Finding, FindingKind, FindingsInput } from './types';

const KINDS: readonly ((input: FindingsInput) => Finding[])[] = [
  resourcesElsewhere,
  servesNothing,
  strategicDrift,
  outOfReach,
  stuck,
  silo,
  metricsDoNotReinforce,
  scopeGrowth,
  notCommunicated,
  notStated,
];

/** All findings, the most harmful first. Those of one objective stand together, where the most harmful of them stands. */
export const findingsOf = (input: FindingsInput): Finding[] => {
  const sorted = KINDS.flatMap((kind) => kind(input)).sort((a, b) => b.harm - a.harm);
  return [...gatheredBy(sorted, about).values()].flat();
};

/** The objective that a finding is about; without one, its kind. */
const about = ({ evidence }: Finding): string =>
  'objective' in evidence ? `objective ${evidence.objective}` : `kind ${evidence.kind}`;
