import { alignmentReport, type AlignmentReport } from './alignmentReport';
import type { TypeFacts } from '../load/exportFacts';
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

/** Loads an export into a site, lets the app sync it, and computes the report. */
export const reportOf = async ({
  given,
  window,
  measure,
}: Pick<ReportOptions, 'given' | 'window' | 'measure'>): Promise<{ report: ExportReport; howRead: HowRead }> => {
  const site = await createSite({ engine: await migrated(), openapi: false });
  try {
    const facts = await loadExport(site, given);
    site.install();
    await site.settle();
    const report = await site.runInApp(() => alignmentReport(window, measure));
    const types = Object.fromEntries(
      [...facts.types].map(([name, { level, by, issues }]) => [name, { level, by, issues }]),
    );
    const howRead = { facts, readAs: await site.runInApp(() => readAs(window.to)) };
    return { report: { ...report, types }, howRead };
  } finally {
    await site.close();
  }
};
