import { z } from 'zod';
import type { SqlEngine } from '../site/platform/sql/engine';

/** A statement as TiDB ran it: with one plan; the most memory (MiB) and time (ms) that it took. */
export type RunStatement = { text: string; plan: string; mb: number; ms: number };

/** Tables that grow with a site's issues, with what happens to them, or with its people. */
const GROWING = [
  'work_item',
  'block',
  'account',
  'dirty_issue',
  'removed_issue',
  'tagging_entry',
  'tagging_job',
  'cleared_issue',
  'tag_origin',
  'deferral',
  'proposal',
  'visitor_answer',
  'visitor_spending',
];

const row = z.object({ digest: z.string(), plan_digest: z.string(), mb: z.coerce.number(), ms: z.coerce.number() });
const detail = z.object({ text: z.string(), plan: z.string() });

/** Forgets what ran so far. */
export const forgetStatements = async (engine: SqlEngine): Promise<void> => {
  for (const on of [0, 1]) await engine.execute(`SET GLOBAL tidb_enable_stmt_summary = ${on}`, []);
};

/** Every statement that ran in this database since that was last forgotten, with each plan that it ran by. */
export const runStatements = async (engine: SqlEngine): Promise<RunStatement[]> => {
  const read = async (columns: string, where: string, params: string[] = []) =>
    (await engine.execute(`SELECT ${columns} FROM information_schema.statements_summary WHERE ${where}`, params)).rows;
  const rows = z
    .array(row)
    .parse(
      await read(
        'digest, plan_digest, max_mem / 1048576 AS mb, max_latency / 1000000 AS ms',
        `schema_name = DATABASE() AND stmt_type IN ('Select', 'Insert', 'Update', 'Delete')`,
      ),
    );
  const statements: RunStatement[] = [];
  for (const { digest, plan_digest, mb, ms } of rows) {
    // One at a time: all plans together are more than a statement may hold.
    const found = z
      .array(detail)
      .parse(
        await read('query_sample_text AS text, plan', 'digest = ? AND plan_digest = ? LIMIT 1', [digest, plan_digest]),
      );
    for (const { text, plan } of found)
      if (!text.includes('information_schema')) statements.push({ text, plan, mb, ms });
  }
  return statements;
};

/** The growing tables that a statement's plan reads from end to end, whether by rows or by an index. */
export const scannedWhole = ({ text, plan }: RunStatement): string[] => {
  const names = new Map(GROWING.flatMap((table) => [[table, table], ...aliasesOf(table, text)]));
  const scanned = [...plan.matchAll(/(?:TableFullScan|IndexFullScan)_\d+\s.*?table:(\w+)/g)];
  return scanned.flatMap(([, name]) => names.get(name ?? '') ?? []);
};

/** The names under which a statement reads a table. */
const aliasesOf = (table: string, text: string): [string, string][] =>
  [...text.matchAll(new RegExp(`\`?\\b${table}\\b\`?\\s+(?:as\\s+)?\`?(\\w+)\`?`, 'gi'))].map(([, alias]) => [
    alias ?? table,
    table,
  ]);
