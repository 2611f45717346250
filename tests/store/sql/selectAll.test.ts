import { sql } from 'kysely';
import { storeMarks } from '../../../src/store/runs/dirtyIssues';
import { selectAll } from '../../../src/store/sql/selectAll';
import { onEachEngine } from '../onEachEngine';

jest.setTimeout(60_000);

onEachEngine((inDatabase) => {
  test.each([
    ['each number for itself', []],
    ['whole numbers together', ['id', 'token']],
  ])('more rows than one answer holds are read page by page, each once and in order: %s', (_, whole) =>
    inDatabase(async () => {
      const marks = Array.from({ length: 60_000 }, (_, id) => ({ id, token: id % 7 }));
      for (let from = 0; from < marks.length; from += 10_000) await storeMarks(marks.slice(from, from + 10_000));
      const rows = await selectAll({
        columns: { token: sql.ref('d.token'), id: sql.ref('d.id') },
        from: sql`dirty_issue d`,
        where: sql`d.id <> 3`,
        keys: ['token', 'id'],
        whole,
      });
      const right = marks.filter(({ id }) => id !== 3).sort((a, b) => a.token - b.token || a.id - b.id);
      expect(rows.map(({ id, token }) => [Number(id), Number(token)])).toEqual(
        right.map(({ id, token }) => [id, token]),
      );
    }),
  );

  test('there may be none', () =>
    inDatabase(async () => {
      const asked = { columns: { id: sql.ref('id') }, from: sql`dirty_issue`, where: sql`id > 0`, keys: ['id'] };
      expect(await selectAll(asked)).toEqual([]);
    }));
});
