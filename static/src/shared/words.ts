import type {
  FactorKey,
  FunctionKind,
  Health,
  HistoryField,
  Measure,
  MixFigure,
  ObjectiveRef,
  Standing,
} from '../../../src/contract';
import { AT_RISK, isUnlikelyInTime, ON_TRACK } from '../../../src/domain/strategy/health';
import { strategicIn } from '../../../src/domain/work/mix';
import { RUN_TITLE } from '../../../src/domain/work/workItem';
import type { Format } from './format';

export const STANDING_NAME: Record<Standing, string> = {
  aligned: 'Aligned',
  run: RUN_TITLE,
  stale: 'Stale objective',
  unlinked: 'No objective',
};

/** What is linked to Run the business. */
export const RUN_MEANING = 'Deliberately not strategic: beside the alignment, not inside it';

export const STANDING_MEANING: Record<Exclude<Standing, 'run'>, string> = {
  aligned: 'serves an active objective, or is done and serves any objective of the strategy',
  stale: 'open work on an objective that is not active, or any work on a key that the strategy lacks',
  unlinked: 'serves no objective',
};

/** Work by when it counts. */
export const WORK_KINDS = ['effort', 'planned'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_NAME: Record<WorkKind, string> = { effort: 'Effort', planned: 'Planned' };

export const WORK_MEANING: Record<WorkKind, string> = {
  effort: 'In progress now, or done within the window',
  planned: 'Still to do',
};

/** Shown instead of figures where there is no such work. */
export const NO_WORK: Record<WorkKind, string> = {
  effort: 'No work in this window.',
  planned: 'Nothing is planned.',
};

/** What alignment is a share of: "47 strategic items". */
export const strategicInWords = (figure: MixFigure, measure: Measure, format: Format): string =>
  format.count(strategicIn(figure), measure === 'points' ? 'strategic point' : 'strategic item');

export const MEASURE_NAME: Record<Measure, string> = { items: 'Work items', points: 'Points' };

export const HEALTH_NAME: Record<Health, string> = {
  onTrack: 'On track',
  atRisk: 'At risk',
  offTrack: 'Off track',
  pending: 'Pending',
};

/** What stands beside "On track" where the forecast says otherwise. */
export const UNLIKELY_IN_TIME = 'unlikely in time';

/** An objective's health in words: "On track, unlikely in time". */
export const healthInWords = ({
  health,
  forecast,
}: {
  health: Health;
  forecast: { chance: number | null } | null;
}): string =>
  isUnlikelyInTime(health, forecast?.chance) ? `${HEALTH_NAME[health]}, ${UNLIKELY_IN_TIME}` : HEALTH_NAME[health];

/** The fields of an objective, as its history names them. */
export const FIELD_NAME: Readonly<Record<HistoryField, string>> = {
  title: 'Title',
  description: 'Description',
  status: 'Status',
  owner: 'Owner',
  parent: 'Parent objective',
  weight: 'Weight',
  perspective: 'Perspective',
  start: 'Start',
  target: 'Target date',
  headline: 'Judged by',
  keyResult: 'Key result',
};

/** An objective in a line of text: key and title, or only the key if the title is not known. */
export const titled = ({ key, title }: Pick<ObjectiveRef, 'key' | 'title'>): string =>
  title ? `${key} ${title}` : key;

export const HEALTH_MEANING: Record<Health, string> = {
  onTrack: `at least ${ON_TRACK} of the progress expected by now`,
  atRisk: `at least ${AT_RISK} of the progress expected by now`,
  offTrack: `less than ${AT_RISK} of the progress expected by now`,
  pending: 'before its start, or without dates or progress',
};

export const NO_PERSPECTIVE = 'No perspective';

export const FACTOR_NAME: Record<FactorKey, string> = {
  clarity: 'Clarity',
  communication: 'Communication',
  resources: 'Resource allocation',
  monitoring: 'Performance monitoring',
  adaptability: 'Adaptability',
  buyIn: 'Buy-in',
};

export const FACTOR_QUESTION: Record<FactorKey, string> = {
  clarity: 'Is each objective stated so that it can be followed?',
  communication: 'Does it reach the teams, and is its story told?',
  resources: 'Does the effort go where the plan says?',
  monitoring: 'Are the key results measured?',
  adaptability: 'Are warning signs answered in time?',
  buyIn: 'How many people work on the strategy at all?',
};

export const FUNCTION_NAME: Record<FunctionKind, string> = {
  project: 'Project',
  category: 'Project category',
  team: 'Team',
  component: 'Component',
};
