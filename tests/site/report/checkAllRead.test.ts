import { storeFailure } from '../../../src/store/runs/failures';
import { loadExport } from '../load/loadExport';
import { testFiles } from '../load/testExport';
import { migrated } from '../platform/sql/migrated';
import { createSite } from '../site';
import { checkAllRead } from './checkAllRead';
import { readOptions } from './options';
import { backtestReport, explainedReportOf, suggestionsReport } from './reportOf';

const file = testFiles();

const exported = (...ids: string[]) =>
  file(
    'Issue key,Issue id,Issue Type,Status,Status Category,Created,Resolved\n' +
      ids.map((id, at) => `A-${at + 1},${id},Story,Open,To Do,2025-09-01,\n`).join(''),
  );

test('there is no report of a part of an export: not all of it could be read', async () => {
  // No id is left above the largest, so that the second issue gets one that the app cannot keep.
  const options = readOptions(['--data', exported('9007199254740991', ''), '--as-of', '2025-09-30'], 0);
  const message = /export\.csv, row 3: only 1 of 2 issues could be read, .*the first that could not is A-2/;
  await expect(explainedReportOf(options)).rejects.toThrow(message);
  await expect(backtestReport(options)).rejects.toThrow(message);
  await expect(suggestionsReport(options)).rejects.toThrow(message);
});

test('how the app failed is said', async () => {
  const site = await createSite({ engine: await migrated(), openapi: false });
  try {
    const { issues } = await loadExport(site, { data: [exported('1', '2')] });
    const failed = { what: 'firstSync', code: 'database', detail: '1406', reference: 'a' } as const;
    await site.runInApp(() => storeFailure(failed, Date.now()));
    await expect(site.runInApp(() => checkAllRead(issues))).rejects.toThrow(
      'row 2: only 0 of 2 issues could be read (firstSync, database, 1406), so there is no report',
    );
    await expect(site.runInApp(() => checkAllRead([]))).resolves.toBeUndefined();
  } finally {
    await site.close();
  }
});
