import { addAuditLine, type AuditLine, auditLines, forgetAuditLines } from '../../../src/store/runs/auditLines';
import { onEachEngine } from '../onEachEngine';

const issuesOf = (lines: readonly AuditLine[]) => lines.map(({ act }) => (act.what === 'links' ? act.issues : null));

onEachEngine((inDatabase) => {
  test('lines are read newest first from a place on, and forgotten by age and by number', () =>
    inDatabase(async () => {
      for (const [issues, at] of [
        [1, 10],
        [2, 20],
        [3, 20],
        [4, 30],
        [5, 40],
      ] as const)
        await addAuditLine({ what: 'links', issues, to: 'OBJ-1' }, 'ann', at);
      const first = await auditLines(null, 2);
      expect(first).toMatchObject([
        { by: 'ann', at: 40, act: { what: 'links', issues: 5, to: 'OBJ-1' } },
        { by: 'ann', at: 30 },
      ]);
      const rest = await auditLines(first.at(-1) ?? null, 10);
      expect(rest.map(({ at }) => at)).toEqual([20, 20, 10]);
      expect(issuesOf(await auditLines(rest[0] ?? null, 10))).toEqual(issuesOf(rest.slice(1)));
      await forgetAuditLines(20, 100);
      expect(issuesOf(await auditLines(null, 10)).sort()).toEqual([2, 3, 4, 5]);
      await forgetAuditLines(0, 2);
      expect(issuesOf(await auditLines(null, 10))).toEqual([5, 4]);
    }));
});
