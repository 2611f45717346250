import type { FactorKey } from '../../../../../../src/contract';
import { explainAdaptability } from './adaptability';
import { explainBuyIn } from './buyIn';
import { explainClarity } from './clarity';
import { explainCommunication } from './communication';
import type { Explainer } from './common';
import { explainMonitoring } from './monitoring';
import { explainResources } from './resources';

export const EXPLAIN_FACTOR: Record<FactorKey, Explainer> = {
  clarity: explainClarity,
  communication: explainCommunication,
  resources: explainResources,
  monitoring: explainMonitoring,
  adaptability: explainAdaptability,
  buyIn: explainBuyIn,
};
