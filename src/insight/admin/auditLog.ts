import { stringify } from 'csv-stringify/sync';
import type { Act, AuditPage, AuditPlace } from '../../contract';
import { guarded } from '../../domain/csvCell';
import { type AuditLine, auditLines } from '../../store/runs/auditLines';

const LINES_A_PAGE = 50;
/** Lines of the export, and of one statement: an answer of Forge holds 5 MB, one of its database 4 MiB. */
const LINES_EXPORTED = 20_000;
const LINES_A_STATEMENT = 5000;

/** A page of the audit log, newest first. One statement. */
export const auditLog = async (before: AuditPlace | null): Promise<AuditPage> => {
  const found = await auditLines(before, LINES_A_PAGE + 1);
  const lines = found.slice(0, LINES_A_PAGE);
  const last = lines.at(-1);
  return {
    lines: lines.map((line) => ({ ...line, at: iso(line.at) })),
    next: found.length > LINES_A_PAGE && last ? { at: last.at, id: last.id } : null,
  };
};

/** The newest 20,000 lines as a CSV file, newest first. At most four statements. */
export const exportAuditLog = async (): Promise<{ csv: string }> => {
  const lines: AuditLine[] = [];
  while (lines.length < LINES_EXPORTED) {
    const further = await auditLines(lines.at(-1) ?? null, LINES_A_STATEMENT);
    lines.push(...further);
    if (further.length < LINES_A_STATEMENT) break;
  }
  const rows = lines.map(({ at, by, act }) => ({ at: iso(at), account: by ?? '', act: act.what, facts: factsOf(act) }));
  return { csv: stringify(rows, { bom: true, header: true, columns: ['at', 'account', 'act', 'facts'] }) };
};

/** The facts of an act in one cell: `issues=57 to=OBJ-1`, `cadenceDays=30>14`. */
const factsOf = (act: Act): string => {
  const words =
    act.what === 'settings'
      ? act.changed.map(({ setting, before, after }) => `${setting}=${before ?? 'none'}>${after ?? 'none'}`)
      : Object.entries(act)
          .filter(([name]) => name !== 'what')
          .map(([name, value]) => `${name}=${value}`);
  return guarded(words.join(' '));
};

const iso = (instant: number): string => new Date(instant).toISOString();
