import type { Evidence, Finding, Portfolio } from '../../../../../src/contract';
import { QUIET, SILENT } from '../../../../../src/domain/findings/notCommunicated';
import type { Explanation, Told } from '../../../shared/explain/explanation';
import { NONE, type Format } from '../../../shared/format';
import { coversOf } from '../explain/coverage';
import { allocationTable } from '../explain/allocation';
import { HIDDEN_PROJECT } from '../explain/names';
import { valueInWords } from '../figures/keyResultWords';
import { figuresOf, FINDING_NAME, projectList } from './describe';

type Found<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;
type Teller<K extends Evidence['kind']> = (
  evidence: Found<K>,
  about: { portfolio: Portfolio; format: Format; planned: Explanation['inputs'][number] },
) => Told;

const notCommunicated: Teller<'notCommunicated'> = ({ newestNote, effort }, { portfolio, format, planned }) => ({
  formula: `planned share × ${format.fineNumber(effort === 0 ? SILENT : QUIET)} (${format.fineNumber(QUIET)} where some effort reaches it, ${format.fineNumber(SILENT)} where none does)`,
  inputs: [
    planned,
    { name: 'Newest check-in with a note', value: newestNote === null ? 'none yet' : format.day(newestNote) },
    { name: 'Wanted every', value: format.days(portfolio.basis.cadenceDays) },
    { name: 'Aligned effort on it and below', value: format.size(effort, portfolio.basis.measure) },
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
    },
  ],
  tables: portfolio.allocations.length > 0 ? [allocationTable(portfolio, format)] : [],
});

const silo: Teller<'silo'> = ({ plannedIn, servedBy, elsewhere }, { format, planned }) => ({
  formula: 'planned share × the share of its planned work items that wait in projects which do not work on it',
  inputs: [
    planned,
    { name: 'Waiting elsewhere', value: format.finePercent(elsewhere), meaning: 'of the work items still to do' },
    { name: 'Planned in', value: format.number(plannedIn.length), meaning: projectList(plannedIn, format) },
    { name: 'Worked on in', value: '1', meaning: servedBy?.name ?? HIDDEN_PROJECT },
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
      { name: 'Done in the window', value: format.size(evidence.done, portfolio.basis.measure) },
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
  const { measure } = portfolio.basis;
  return {
    formula: 'alignment on the first day − alignment on the last day',
    inputs: [
      { name: format.day(from.day), value: format.finePercent(from.alignment) },
      { name: format.day(to.day), value: format.finePercent(to.alignment) },
    ],
    tables: [
      {
        title: 'Effort on both days',
        head: ['Day', 'Aligned', 'Stale objective', 'No objective'],
        rows: [from, to].map((point) => [
          format.day(point.day),
          format.size(point.aligned, measure),
          format.size(point.stale, measure),
          format.size(point.unlinked, measure),
        ]),
      },
    ],
    leftOut: ['Run the business: it is neither for nor against.'],
    assumed: to.recorded
      ? []
      : ['Nothing was recorded over this time: both days are reconstructed from what was done, under today’s links.'],
  };
};

const stuck: Teller<'stuck'> = ({ blocked, open }, { format, planned }) => ({
  formula: 'planned share × blocked or flagged ÷ open work items, on it and below',
  inputs: [
    planned,
    { name: 'Blocked or flagged', value: format.units(blocked) },
    { name: 'Open', value: format.units(open) },
  ],
});

const scopeGrowth: Teller<'scopeGrowth'> = ({ before, added, done, from, to }, { portfolio, format, planned }) => {
  const { measure } = portfolio.basis;
  return {
    formula: 'planned share × added ÷ (added + before)',
    inputs: [
      planned,
      { name: 'Before', value: format.size(before, measure), meaning: 'all of its work at the start, done or not' },
      { name: 'Added', value: format.size(added, measure) },
      { name: 'Done meanwhile', value: format.size(done, measure), meaning: 'not more than was added' },
    ],
    covers: [`From ${format.day(from)} to ${format.day(to)}, in full weeks.`],
  };
};

const TELLERS: { [K in Evidence['kind']]: Teller<K> } = {
  notCommunicated,
  resourcesElsewhere,
  silo,
  metricsDoNotReinforce,
  strategicDrift,
  stuck,
  scopeGrowth,
};

/** Explains a finding's harm by its evidence. */
export function explainFinding({ harm, evidence }: Finding, portfolio: Portfolio, format: Format): Explanation {
  const share = evidence.kind === 'strategicDrift' ? null : figuresOf(portfolio, evidence.objective)?.plannedShare;
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
