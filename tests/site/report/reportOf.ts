import { comparedName, type DroppedDecisions, type Named } from '../../../src/domain/work/dropped';
import { saveDroppedDecisions } from '../../../src/settings/droppedDecisions';
import type { JiraSite } from '../jira/jiraSite';
import { alignmentReport, type AlignmentReport } from './alignmentReport';
import type { TypeFacts } from '../load/exportFacts';
import { type Loaded, loadExport } from '../load/loadExport';
import { createSite } from '../site';
import { migrated } from '../platform/sql/migrated';
import type { ReportOptions } from './options';
import { type Backtest, backtest } from './backtest/backtest';
import { scopeHistories, undatedNotes } from './backtest/scopeHistory';
import { checkAllRead } from './checkAllRead';
import type { HowRead } from './printAssumptions';
import { readAs } from './readAs';
import { type ReadForReport, readForReport } from './readForReport';
import { suggestionsOf, type SuggestionsReport } from './suggestions/suggestionsOf';

/** The report of an export, as `--json` prints it. `types`: by name, how the export's issue types were read */
export type ExportReport = AlignmentReport & {
  types: Record<string, Pick<TypeFacts, 'level' | 'by' | 'issues'>>;
};

type Read = Pick<ReportOptions, 'given'>;
type Asked = Read & Pick<ReportOptions, 'window' | 'measure'>;

/** Loads an export into a site, lets the app sync it, and computes the report. */
export const reportOf = async (options: Asked): Promise<ExportReport> => (await explainedReportOf(options)).report;

/** The report, and how the export was read. */
export const explainedReportOf = (options: Asked): Promise<{ report: ExportReport; howRead: HowRead }> =>
  onExport(options, async ({ facts, strategy }) => {
    const { window, measure } = options;
    const report = await alignmentReport(window, measure, strategy);
    const types = Object.fromEntries(
      [...facts.types].map(([name, { level, by, issues }]) => [name, { level, by, issues }]),
    );
    const read = await readForReport(strategy, window.to);
    const notes = [...facts.notes, ...choiceNotes(read)];
    return { report: { ...report, types }, howRead: { facts: { ...facts, notes }, readAs: readAs(read) } };
  });

const choiceNotes = ({ choices }: ReadForReport): string[] =>
  choices === 0
    ? []
    : [
        `Linked to several objectives, so that the first by key is served: ${choices} ${choices === 1 ? 'issue' : 'issues'}.`,
      ];

/** How good suggestions would have been on an export, and what is to be known of how it was read. */
export const suggestionsReport = (
  options: Read & Pick<ReportOptions, 'window'>,
): Promise<{ report: SuggestionsReport; notes: readonly string[] }> =>
  onExport(options, async ({ facts: { notes }, strategy }, jira) => {
    const read = await readForReport(strategy, options.window.to);
    return { report: suggestionsOf(jira, read, options.window.to), notes };
  });

/**
 * How often forecasts would have come true in the past of an export, and how it was read. `leftOut`: issues created
 * after the last day
 */
export const backtestReport = (
  options: Read & Pick<ReportOptions, 'window'>,
): Promise<{ report: Backtest; howRead: HowRead; leftOut: number }> =>
  onExport(options, async ({ facts, strategy }) => {
    const { to } = options.window;
    const read = await readForReport(strategy, to);
    const { items, objectives } = read;
    const notes = [...facts.notes, ...choiceNotes(read), ...undatedNotes(items)];
    return {
      report: backtest(scopeHistories(items, objectives, to), to),
      howRead: { facts: { ...facts, notes }, readAs: readAs(read) },
      leftOut: read.later,
    };
  });

/**
 * Asks the app something after it has read an export.
 * @throws InputError if the export is not understood, or the app could not read all of its issues
 */
const onExport = async <Answer>(
  { given }: Read,
  ask: (loaded: Loaded, jira: JiraSite) => Promise<Answer>,
): Promise<Answer> => {
  const site = await createSite({ engine: await migrated(), openapi: false });
  try {
    const loaded = await loadExport(site, given);
    await site.runInApp(() => saveDroppedDecisions(decidedByName(site.jira, given.reading?.dropped ?? [])));
    site.install();
    await site.settle();
    await site.runInApp(() => checkAllRead(loaded.issues));
    return await site.runInApp(() => ask(loaded, site.jira));
  } finally {
    await site.close();
  }
};

/** What an admin would decide who chose these resolutions and statuses by their names. */
const decidedByName = ({ catalogue }: JiraSite, names: readonly string[]): DroppedDecisions => {
  const wanted = new Set(names.map(comparedName));
  const chosen = (named: readonly Named[]) =>
    Object.fromEntries(named.filter(({ name }) => wanted.has(comparedName(name))).map(({ id }) => [id, true]));
  return { resolution: chosen(catalogue.resolutions.all()), status: chosen(catalogue.statuses()) };
};
