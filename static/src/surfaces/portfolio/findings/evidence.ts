import type { AlignmentPoint, Evidence, Finding, Portfolio } from '../../../../../src/contract';
import { QUIET, SILENT } from '../../../../../src/domain/findings/notCommunicated';
import type { Missing } from '../../../../../src/domain/findings/types';
import { PARTS_OF_CLARITY } from '../../../../../src/domain/scores/clarity';
import { UNLIKELY } from '../../../../../src/domain/strategy/health';
import { type Weeks, weekOf } from '../../../../../src/domain/time/weeks';
import { strategicIn } from '../../../../../src/domain/work/mix';
import { alignedEffort, blockedWork, type Opened, opensObjective } from '../../../shared/counted/opened';
import { entryOf, type Explanation, mixOpens, type Told } from '../../../shared/explain/explanation';
import { pointOpens } from '../../../shared/explain/trendPoint';
import { NONE, type Format } from '../../../shared/format';
import { coversOf } from '../explain/coverage';
import { allocationTable } from '../explain/allocation';
import { HIDDEN_PROJECT, HIDDEN_PROJECTS } from '../explain/names';
import { projectEffort } from '../explain/projectEffort';
import { valueInWords } from '../figures/keyResultWords';
import { figuresOf, FINDING_NAME, objectiveOf, projectList } from './describe';

type Found<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;
type Teller<K extends Evidence['kind']> = (
  evidence: Found<K>,
  about: { portfolio: Portfolio; format: Format; planned: Explanation['inputs'][number] },
) => Told;

/** What is left to do on an objective and below it. */
const openWork = (key: string, { basis }: Portfolio): Opened =>
  opensObjective(`Open work on ${key}`, 'open', key, basis);

const notCommunicated: Teller<'notCommunicated'> = (
  { objective, newestNote, effort },
  { portfolio, format, planned },
) => ({
  formula: `planned share × ${format.fineNumber(effort === 0 ? SILENT : QUIET)} (${format.fineNumber(QUIET)} where some effort reaches it, ${format.fineNumber(SILENT)} where none does)`,
  inputs: [
    planned,
    { name: 'Newest check-in with a note', value: newestNote === null ? 'none yet' : format.day(newestNote) },
    { name: 'Wanted every', value: format.days(portfolio.basis.cadenceDays) },
    {
      name: 'Aligned effort on it and below',
      value: format.size(effort, portfolio.basis.measure),
      ...(effort > 0 && { opens: alignedEffort(objective, portfolio.basis) }),
    },
  ],
});

const resourcesElsewhere: Teller<'resourcesElsewhere'> = (evidence, { portfolio, format }) => ({
  formula: 'planned share − actual share of the aligned effort',
  inputs: [
    { name: 'Planned share', value: format.finePercent(evidence.planned) },
    {
      name: 'Actual share',
      value: format.finePercent(evidence.actual),
      meaning: 'of the aligned effort, on it and below',
      ...(evidence.actual > 0 && { opens: alignedEffort(evidence.objective, portfolio.basis) }),
    },
  ],
  tables: portfolio.allocations.length > 0 ? [allocationTable(portfolio, format)] : [],
});

const silo: Teller<'silo'> = ({ objective, plannedIn, servedBy, elsewhere }, { portfolio, format, planned }) => ({
  formula: 'planned share × the share of its planned work items that wait in projects which do not work on it',
  inputs: [
    planned,
    { name: 'Waiting elsewhere', value: format.finePercent(elsewhere), meaning: 'of the work items still to do' },
    {
      name: 'Planned in',
      value: format.count(plannedIn.length, 'project'),
      meaning: projectList(plannedIn, format),
      opens: opensObjective(`Planned work on ${objective}`, 'planned', objective, portfolio.basis),
    },
    {
      name: 'Worked on in',
      value: format.count(1, 'project'),
      meaning: servedBy?.name ?? HIDDEN_PROJECT,
      opens: opensObjective(`Effort on ${objective}`, 'effort', objective, portfolio.basis),
    },
  ],
});

const metricsDoNotReinforce: Teller<'metricsDoNotReinforce'> = (evidence, { portfolio, format, planned }) => {
  const figures = figuresOf(portfolio, evidence.objective);
  const value = (number: number | null, unit: string) => (number === null ? NONE : valueInWords(number, unit, format));
  return {
    formula: 'planned share × (expected progress − progress of the key results); without dates, all of it is expected',
    inputs: [
      planned,
      { name: 'Expected progress', value: format.finePercent(figures?.expected ?? 1) },
      { name: 'Progress of the key results', value: format.finePercent(figures?.keyResultProgress ?? null) },
      {
        name: 'Done in the window',
        value: format.size(evidence.done, portfolio.basis.measure),
        opens: opensObjective(
          `Done in the window for ${evidence.objective}`,
          'doneInWindow',
          evidence.objective,
          portfolio.basis,
        ),
      },
    ],
    tables: [
      {
        title: 'Its key results, before the window and now',
        head: ['Key result', 'Before', 'Now'],
        rows: evidence.keyResults.map(({ title, unit, from, to }) => [title, value(from, unit), value(to, unit)]),
      },
    ],
  };
};

const strategicDrift: Teller<'strategicDrift'> = ({ from, to }, { portfolio, format }) => {
  const { measure, window } = portfolio.basis;
  const of = { look: { window, measure }, filter: null, today: portfolio.basis.to };
  const day = (point: AlignmentPoint): Explanation['inputs'][number] => {
    const opens = point.aligned > 0 ? pointOpens(point, 'aligned', of, format) : null;
    return { name: format.day(point.day), value: format.finePercent(point.alignment), ...(opens && { opens }) };
  };
  return {
    formula: 'alignment on the first day − alignment on the last day',
    inputs: [day(from), day(to)],
    tables: [
      {
        title: 'Effort on both days',
        head: ['Day', 'Aligned', 'Stale objective', 'No objective'],
        rows: [from, to].map((point) => [
          format.day(point.day),
          ...(['aligned', 'stale', 'unlinked'] as const).map((standing) =>
            entryOf(format.size(point[standing], measure), point[standing], pointOpens(point, standing, of, format)),
          ),
        ]),
      },
    ],
    leftOut: ['Run the business: it is neither for nor against.'],
    assumed: to.recorded
      ? []
      : ['Nothing was recorded over this time: both days are reconstructed from what was done, under today’s links.'],
  };
};

const stuck: Teller<'stuck'> = ({ objective, blocked, open }, { portfolio, format, planned }) => ({
  formula: 'planned share × blocked or flagged ÷ open work items, on it and below',
  inputs: [
    planned,
    {
      name: 'Blocked or flagged',
      value: format.units(blocked),
      opens: blockedWork(objective, portfolio.basis),
    },
    { name: 'Open', value: format.units(open), opens: openWork(objective, portfolio) },
  ],
});

const scopeGrowth: Teller<'scopeGrowth'> = (evidence, { portfolio, format, planned }) => {
  const { objective, before, added, done, from, to } = evidence;
  const { measure } = portfolio.basis;
  const [first, last] = [weekOf(from), weekOf(to)];
  const opens = (title: string, part: 'added' | 'finished', weeks: Weeks) =>
    opensObjective(`${title} ${objective}`, part, objective, portfolio.basis, { weeks });
  return {
    formula: 'planned share × added ÷ (added + before)',
    inputs: [
      planned,
      {
        name: 'Before',
        value: format.size(before, measure),
        meaning: 'all of its work at the start, done or not',
        opens: opens('Earlier work on', 'added', { first: null, last: first - 1 }),
      },
      {
        name: 'Added',
        value: format.size(added, measure),
        opens: opens('Added to', 'added', { first, last }),
      },
      {
        name: 'Done meanwhile',
        value: format.size(done, measure),
        meaning: 'not more than was added',
        ...(done > 0 && { opens: opens('Done meanwhile for', 'finished', { first, last }) }),
      },
    ],
    covers: [`From ${format.day(from)} to ${format.day(to)}, in full weeks.`],
  };
};

const outOfReach: Teller<'outOfReach'> = ({ objective, target, chance, left }, { portfolio, format, planned }) => ({
  formula: `planned share × work left × (1 − chance to arrive by the target); found below a chance of ${format.percent(UNLIKELY)}`,
  inputs: [
    planned,
    {
      name: 'Work left',
      value: format.finePercent(left),
      meaning: 'of all its work, on it and below',
      opens: openWork(objective, portfolio),
    },
    { name: 'Chance to arrive in time', value: format.finePercent(chance), meaning: `by ${format.day(target)}` },
  ],
});

const notStated: Teller<'notStated'> = ({ missing }, { format, planned }) => ({
  formula: `planned share × missing ÷ ${PARTS_OF_CLARITY}: clarity counts owner, description, key result and dates`,
  inputs: [
    planned,
    { name: 'Missing', value: format.number(missing.length), meaning: format.list(missing.map((one) => MISSING[one])) },
  ],
});

const MISSING: Record<Missing, string> = { owner: 'an owner', keyResult: 'a key result that can be measured' };

const servesNothing: Teller<'servesNothing'> = ({ unlinked, strategic }, { portfolio, format }) => {
  const { measure, window } = portfolio.basis;
  const of = { look: { window, measure }, filter: null };
  return {
    formula: 'effort without an objective ÷ all effort but Run the business',
    inputs: [
      {
        name: 'Without an objective',
        value: format.size(unlinked, measure),
        opens: mixOpens('effort', of, 'unlinked'),
      },
      {
        name: 'Strategic effort',
        value: format.size(strategic, measure),
        meaning: 'aligned, stale and without',
        opens: mixOpens('effort', of, 'strategic'),
      },
    ],
    tables: [
      {
        title: 'Where it was',
        head: ['Project', 'No objective', 'Of its strategic effort'],
        rows: portfolio.projects
          .filter(({ effort }) => effort.unlinked > 0)
          .sort((a, b) => b.effort.unlinked - a.effort.unlinked)
          .slice(0, MOST_PROJECTS)
          .map(({ project, effort }) => [
            project?.name ?? HIDDEN_PROJECTS,
            entryOf(
              format.size(effort.unlinked, measure),
              effort.unlinked,
              projectEffort(project, portfolio.basis, 'unlinked'),
            ),
            format.percent(effort.unlinked / strategicIn(effort)),
          ]),
      },
    ],
    leftOut: ['Run the business: it is neither for nor against.'],
  };
};

/** Projects that the evidence names. */
const MOST_PROJECTS = 10;

const TELLERS: { [K in Evidence['kind']]: Teller<K> } = {
  notCommunicated,
  resourcesElsewhere,
  silo,
  metricsDoNotReinforce,
  strategicDrift,
  stuck,
  scopeGrowth,
  outOfReach,
  notStated,
  servesNothing,
};

/** Explains a finding's harm by its evidence. */
export function explainFinding({ harm, evidence }: Finding, portfolio: Portfolio, format: Format): Explanation {
  const key = objectiveOf(evidence);
  const share = key === null ? null : figuresOf(portfolio, key)?.plannedShare;
  // The teller fits the evidence's kind, which TypeScript cannot infer from the lookup.
  const tell = TELLERS[evidence.kind];
  const told = tell(evidence as never, {
    portfolio,
    format,
    planned: { name: 'Planned share', value: format.finePercent(share ?? null), meaning: 'of the whole plan' },
  });
  return {
    title: `${FINDING_NAME[evidence.kind]}: what it holds back`,
    value: format.finePercent(harm),
    ...told,
    covers: [...(told.covers ?? []), ...coversOf(portfolio.basis, format)],
  };
}
