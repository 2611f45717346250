import { shapesOf } from './shapesOf';

test('lists of any length, with any literals, are of one shape', () => {
  const one = shapesOf(`SELECT a FROM t WHERE id IN (1) AND name = 'x''y' AND COALESCE(b, -1) > 0`);
  expect(shapesOf(`SELECT a\n FROM t WHERE id IN (?, ?, 7) AND name = '' AND COALESCE(b, 3) > 5`)).toEqual(one);
  expect(one).toEqual(['SELECT a FROM t WHERE id IN (?) AND name = ? AND COALESCE(b, ?) > ?']);
});

test('rows, cases and alternatives count once, in whatever order they stand', () => {
  expect(shapesOf('insert into t values (1, 2), (3, 4)')).toEqual(['insert into t values (?)']);
  expect(shapesOf('SELECT CASE a WHEN 1 THEN 2 WHEN 3 THEN -4 END')).toEqual(['SELECT CASE a WHEN ? THEN ? END']);
  const other = shapesOf('DELETE FROM t WHERE (a = 1 AND b IN (2, 3)) OR (c = 4) OR (c = 5)');
  expect(shapesOf('DELETE FROM t WHERE (c = ?) OR (a = ? AND b IN (?))')).toEqual(other);
  expect(shapesOf('DELETE FROM t WHERE (c = ?)')).not.toEqual(other);
});

test('an update that chooses values by row is of the shape of one that sets the same for all', () => {
  const one = shapesOf('update t set a = ?, b = 2 where id in (1, 2) and b <= ?');
  expect(
    shapesOf('update t set a = CASE id WHEN 1 THEN ? WHEN 2 THEN ? END, b = ? where id in (?) and b <= 3'),
  ).toEqual(one);
  const nested = 'CASE p WHEN ? THEN CASE COALESCE(o, ?) WHEN ? THEN ? WHEN ? THEN ? END WHEN ? THEN ? END';
  expect(shapesOf(`update t set a = ${nested}, b = 2 where id in (1) and b <= ${nested}`)).toEqual(one);
  expect(shapesOf('update t set a = CASE WHEN c > 1 THEN 2 ELSE 3 END, b = 2 where id in (1) and b <= 3')).not.toEqual(
    one,
  );
});

test('each part of a union is a shape of its own, and rows that stand for a table are one', () => {
  expect(shapesOf('SELECT a FROM t UNION ALL SELECT b FROM u WHERE c = 1')).toEqual([
    'SELECT a FROM t',
    'SELECT b FROM u WHERE c = ?',
  ]);
  const inserted = shapesOf('INSERT INTO t SELECT a FROM (SELECT 1 AS a UNION ALL SELECT 2 AS a) n');
  expect(inserted).toEqual(['INSERT INTO t SELECT a FROM (SELECT ? AS a) n']);
});

test('what differs is told apart: a column, a condition, a subtraction', () => {
  const shapes = ['a', 'b', 'a - 1', 'a - b', '(a)'].flatMap((what) => shapesOf(`SELECT ${what} FROM t`));
  expect(new Set(shapes).size).toBe(5);
});
