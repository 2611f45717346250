import type {
  Evidence,
  Finding,
  FindingKind,
  Portfolio,
  PortfolioObjective,
  ProjectRef,
} from '../../../../../src/contract';
import type { Missing } from '../../../../../src/domain/findings/types';
import type { Format } from '../../../shared/format';
import { HIDDEN_PROJECT } from '../explain/names';

export const FINDING_NAME: Record<FindingKind, string> = {
  notCommunicated: 'Not communicated',
  resourcesElsewhere: 'Resources elsewhere',
  silo: 'Silo',
  metricsDoNotReinforce: 'Metrics do not reinforce',
  strategicDrift: 'Strategic drift',
  stuck: 'Stuck work',
  scopeGrowth: 'Scope growth',
  outOfReach: 'Target out of reach',
  notStated: 'Not fully stated',
  servesNothing: 'Effort without an objective',
};

export const projectList = (projects: readonly (ProjectRef | null)[], format: Format): string => {
  const named = projects.flatMap((project) => (project === null ? [] : [project.name]));
  const hidden = projects.length - named.length;
  return format.list(
    hidden === 0 ? named : [...named, `${hidden === 1 ? 'one' : format.number(hidden)} you may not browse`],
  );
};

/** The objective that a finding is about; `null`: the whole strategy. */
export const objectiveOf = (evidence: Evidence): string | null => ('objective' in evidence ? evidence.objective : null);

export const figuresOf = (portfolio: Portfolio, key: string): PortfolioObjective | null =>
  portfolio.objectives.find(({ objective }) => objective.key === key) ?? null;

export const harmInWords = ({ harm }: Finding, format: Format): string =>
  `holds back ${format.percent(harm)} of the plan`;

const MISSING_SENTENCE: Record<Missing | 'both', string> = {
  owner: 'Nobody owns it.',
  keyResult: 'No key result with a baseline and a target tells whether it succeeds.',
  both: 'Nobody owns it, and no key result with a baseline and a target tells whether it succeeds.',
};

/** What was found, in a sentence without the objective's name. */
export function sentenceOf({ evidence }: Finding, { basis }: Portfolio, format: Format): string {
  const { measure } = basis;
  switch (evidence.kind) {
    case 'notCommunicated': {
      const { newestNote, effort } = evidence;
      const told =
        newestNote === null
          ? 'Nobody has told yet how it is going'
          : `Nobody has told since ${format.day(newestNote)} how it is going`;
      return effort === 0 ? `${told}, and no work serves it.` : `${told}, though people work on it.`;
    }
    case 'resourcesElsewhere':
      return `${format.percent(evidence.planned)} of the aligned effort was planned for it, ${format.percent(evidence.actual)} went there.`;
    case 'silo':
      return `Work is planned for it in ${projectList(evidence.plannedIn, format)}, but only ${evidence.servedBy?.name ?? HIDDEN_PROJECT} works on it.`;
    case 'metricsDoNotReinforce':
      return `${format.size(evidence.done, measure)} of work were done, but none of its key results moved towards its target.`;
    case 'strategicDrift':
      return `Alignment of effort fell from ${format.percent(evidence.from.alignment)} on ${format.day(evidence.from.day)} to ${format.percent(evidence.to.alignment)} on ${format.day(evidence.to.day)}.`;
    case 'stuck':
      return `${format.number(evidence.blocked)} of its ${format.number(evidence.open)} open work items are blocked or flagged.`;
    case 'scopeGrowth': {
      const { before, added, done } = evidence;
      const meanwhile = done === 0 ? 'nothing was' : `${format.number(done)} ${done === 1 ? 'was' : 'were'}`;
      return `Its work grew from ${format.number(before)} to ${format.size(before + added, measure)} (+${format.percent(added / before)}) while ${meanwhile} done: it does not come nearer to its end.`;
    }
    case 'outOfReach':
      return evidence.target < basis.to
        ? `${format.percent(evidence.left)} of its work is left, and its target date, ${format.day(evidence.target)}, is over.`
        : `${format.percent(evidence.left)} of its work is left, and the chance that it is done by ${format.day(evidence.target)} is ${format.percent(evidence.chance)}.`;
    case 'notStated':
      return MISSING_SENTENCE[evidence.missing.length > 1 ? 'both' : (evidence.missing[0] ?? 'both')];
    case 'servesNothing':
      return `${format.number(evidence.unlinked)} of ${format.size(evidence.strategic, measure)} of strategic effort (${format.percent(evidence.unlinked / evidence.strategic)}) serve no objective.`;
  }
}
