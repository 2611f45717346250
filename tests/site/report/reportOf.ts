import { alignmentReport, type AlignmentReport } from './alignmentReport';
import { loadExport } from '../load/loadExport';
import { createSite } from '../site';
import { migrated } from '../platform/sql/migrated';
import type { ReportOptions } from './options';

/** Loads an export into a site, lets the app sync it, and computes the report. */
export const reportOf = async ({ data, objectives, window, measure }: ReportOptions): Promise<AlignmentReport> => {
  const site = await createSite({ engine: await migrated(), openapi: false });
  try {
    await loadExport(site, { data, objectives });
    site.install();
    await site.settle();
    return await site.runInApp(() => alignmentReport(window, measure));
  } finally {
    await site.close();
  }
};
