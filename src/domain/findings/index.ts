import { metricsDoNotReinforce } from './metricsDoNotReinforce';
import { notCommunicated } from './notCommunicated';
import { resourcesElsewhere } from './resourcesElsewhere';
import { scopeGrowth } from './scopeGrowth';
import { silo } from './silo';
import { strategicDrift } from './strategicDrift';
import { stuck } from './stuck';
import type { Finding, FindingsInput } from './types';

export type { Finding, FindingKind, FindingsInput } from './types';

const KINDS: readonly ((input: FindingsInput) => Finding[])[] = [
  resourcesElsewhere,
  strategicDrift,
  stuck,
  silo,
  metricsDoNotReinforce,
  scopeGrowth,
  notCommunicated,
];

/** All findings, the most harmful first. */
export const findingsOf = (input: FindingsInput): Finding[] =>
  KINDS.flatMap((kind) => kind(input)).sort((a, b) => b.harm - a.harm);
