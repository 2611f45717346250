import { alignmentReport, type AlignmentReport } from './alignmentReport';
import type { ExportFacts, TypeFacts } from '../load/exportFacts';
import { loadExport } from '../load/loadExport';
import { createSite } from '../site';
import { migrated } from '../platform/sql/migrated';
import type { ReportOptions } from './options';
import type { HowRead } from './printAssumptions';
import { readAs } from './readAs';

/** The report of an export, as `--json` prints it. `types`: by name, how the export's issue types were read */
export type ExportReport = AlignmentReport & {
  types: Record<string, Pick<TypeFacts, 'level' | 'by' | 'issues'>>;
};

type Asked = Pick<ReportOptions, 'given' | 'window' | 'measure'>;

/** Loads an export into a site, lets the app sync it, and computes the report. */
export const reportOf = async (options: Asked): Promise<ExportReport> => (await explainedReportOf(options)).report;

/** The report, and how the export was read. */
export const explainedReportOf = (options: Asked): Promise<{ report: ExportReport; howRead: HowRead }> =>
  onExport(options, async (facts) => {
    const { window, measure } = options;
    const report = await alignmentReport(window, measure);
    const types = Object.fromEntries(
      [...facts.types].map(([name, { level, by, issues }]) => [name, { level, by, issues }]),
    );
    return { report: { ...report, types }, howRead: { facts, readAs: await readAs(window.to) } };
  });

/** Asks the app something after it has read an export. */
const onExport = async <Answer>(
  { given }: Pick<ReportOptions, 'given'>,
  ask: (facts: ExportFacts) => Promise<Answer>,
): Promise<Answer> => {
  const site = await createSite({ engine: await migrated(), openapi: false });
  try {
    const facts = await loadExport(site, given);
    site.install();
    await site.settle();
    return await site.runInApp(() => ask(facts));
  } finally {
    await site.close();
  }
};
