import { enginesAtHand, missingEngines, type SqlEngine } from './engine';

for (const missing of missingEngines()) console.warn(`${missing} The engine tests run on the others.`);

/** The dialect that the app uses means the same on every engine. */
/** Longest that opening a database on a server may take on a busy machine. */
const OPENING_MS = 30_000;

describe.each(enginesAtHand())('$title', ({ open }) => {
  let engine: SqlEngine;
  const run = async (query: string, ...params: unknown[]) => (await engine.execute(query, params)).rows;
  const rows = async (query: string, ...params: unknown[]) =>
    (await run(query, ...params)) as Record<string, unknown>[];
  const affected = async (query: string, ...params: unknown[]) =>
    ((await run(query, ...params)) as { affectedRows: number }).affectedRows;

  beforeEach(async () => {
    engine = await open();
    await run(
      'CREATE TABLE `unit` (`name` VARCHAR(5) NOT NULL, `part` INT NOT NULL, `size` BIGINT NOT NULL DEFAULT 0, `share` DOUBLE, `note` MEDIUMTEXT, PRIMARY KEY (`name`, `part`), KEY `by_size` (`size`), UNIQUE KEY `one_size` (`part`, `size`))',
    );
    await run('CREATE TABLE total (name VARCHAR(5) NOT NULL, size BIGINT, KEY by_size (size), PRIMARY KEY (name))');
    await run(
      'INSERT INTO `unit` (`name`, `part`, `size`, `share`) VALUES (?, ?, ?, ?), (?, ?, ?, ?)',
      'a',
      1,
      5,
      1.5,
      'A',
      1,
      6,
      null,
    );
  }, OPENING_MS);
  afterEach(() => engine.close());

  it('answers a write with what it changed, and a change of the schema with nothing', async () => {
    expect(await affected('UPDATE unit SET size = ? WHERE name = ?', 5, 'a')).toBe(1);
    expect(await affected('DELETE FROM unit')).toBe(2);
    expect(await affected('CREATE INDEX `more` ON `unit` (`share`)')).toBe(0);
    expect(await affected('DROP INDEX `more` ON `unit`')).toBe(0);
    expect(await affected('ALTER TABLE unit ADD COLUMN extra INT NOT NULL DEFAULT 3')).toBe(0);
  });

  it('tells cases of letters apart, in keys, comparisons and patterns', async () => {
    expect(await rows('SELECT name FROM unit WHERE name = ?', 'a')).toEqual([{ name: 'a' }]);
    expect(await rows("SELECT name FROM unit WHERE name LIKE ? ESCAPE '|'", 'A%')).toEqual([{ name: 'A' }]);
    expect(await rows('SELECT name FROM unit ORDER BY name')).toEqual([{ name: 'A' }, { name: 'a' }]);
  });

  it('updates what is there already, newer wins', async () => {
    const upsert =
      'INSERT INTO `unit` (`name`, `part`, `size`, `share`) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE `share` = CASE WHEN VALUES(`size`) >= `unit`.`size` THEN VALUES(`share`) ELSE `unit`.`share` END, `size` = CASE WHEN VALUES(`size`) >= `unit`.`size` THEN VALUES(`size`) ELSE `unit`.`size` END';
    const read = () => rows('SELECT size, share FROM unit WHERE name = ?', 'a');
    await run(upsert, 'a', 1, 9, 2.5);
    expect(await read()).toEqual([{ size: 9, share: 2.5 }]);
    await run(upsert, 'a', 1, 3, 7);
    expect(await read()).toEqual([{ size: 9, share: 2.5 }]);
    await run(upsert, 'new', 1, 1, 1);
    expect(await rows('SELECT name FROM unit WHERE name = ?', 'new')).toHaveLength(1);
  });

  it('inserts and updates what a query finds: plain, grouped, recursive, a union', async () => {
    const into = 'INSERT INTO total (name, size)';
    const update = 'ON DUPLICATE KEY UPDATE size = VALUES(size)';
    const read = () => rows('SELECT name, size FROM total ORDER BY name');
    await run(`${into} SELECT name, size FROM unit ${update}`);
    expect(await read()).toEqual([
      { name: 'A', size: 6 },
      { name: 'a', size: 5 },
    ]);
    await run(
      `${into} SELECT name, SUM(size) FROM (SELECT name, size FROM unit UNION ALL SELECT name, 1 FROM total) AS x GROUP BY name ${update}`,
    );
    expect(await read()).toEqual([
      { name: 'A', size: 7 },
      { name: 'a', size: 6 },
    ]);
    await run(
      `${into} WITH RECURSIVE up AS (SELECT name, 0 AS n FROM unit WHERE name = ? UNION ALL SELECT up.name, n + 1 FROM up WHERE n < 3) SELECT name, MAX(n) FROM up GROUP BY name ${update}`,
      'a',
    );
    expect(await read()).toEqual([
      { name: 'A', size: 7 },
      { name: 'a', size: 3 },
    ]);
    await run(`${into} SELECT unit.name, 0 FROM unit INNER JOIN total ON total.name = unit.name ${update}`);
    expect(await read()).toEqual([
      { name: 'A', size: 0 },
      { name: 'a', size: 0 },
    ]);
  });

  it('leaves out what is there already on INSERT IGNORE', async () => {
    const insert = 'INSERT IGNORE INTO total (name, size) VALUES (?, ?)';
    expect(await affected(insert, 'x', 1)).toBe(1);
    expect(await affected(insert, 'x', 2)).toBe(0);
    expect(await rows('SELECT size FROM total')).toEqual([{ size: 1 }]);
  });

  it('divides with decimals, compares with null, counts over windows, pages', async () => {
    const [row] = await rows(
      'SELECT size / 2 AS half, share <=> NULL AS none, ROW_NUMBER() OVER (ORDER BY size) AS n FROM unit ORDER BY size LIMIT 1 OFFSET 0',
    );
    expect({ ...row, half: Number(row?.half) }).toEqual({ half: 2.5, none: 0, n: 1 });
  });

  it('gives whole numbers exactly, as strings where a number is not exact', async () => {
    await run('INSERT INTO total VALUES (?, ?), (?, ?)', 'big', '9007199254740993', 'ok', 1_700_000_000_123);
    expect(await rows('SELECT size FROM total ORDER BY size DESC')).toEqual([
      { size: '9007199254740993' },
      { size: 1_700_000_000_123 },
    ]);
    const [sum] = await rows('SELECT SUM(size) AS total FROM unit');
    expect(Number(sum?.total)).toBe(11);
  });

  it('counts up where a column says so', async () => {
    await run('CREATE TABLE log (id INT NOT NULL AUTO_INCREMENT, what VARCHAR(9) NOT NULL, PRIMARY KEY (id))');
    expect(await run('INSERT INTO log (what) VALUES (?)', 'one')).toMatchObject({ insertId: 1 });
    expect(await run('INSERT INTO log (what) VALUES (?)', 'two')).toMatchObject({ insertId: 2 });
  });

  it('takes texts for the same that differ by blanks at their end', async () => {
    const insert = 'INSERT INTO total (name, size) VALUES (?, 1)';
    await run(insert, 'b');
    await expect(engine.execute(insert, ['b '])).rejects.toMatchObject({ code: 'ER_DUP_ENTRY' });
    expect(await rows("SELECT size FROM total WHERE name = 'b  '")).toEqual([{ size: 1 }]);
  });

  it('measures texts in bytes', async () => {
    await run('INSERT INTO unit (name, part, note) VALUES (?, ?, ?)', 'long', 2, 'é🚀');
    expect(await rows('SELECT LENGTH(note) AS bytes FROM unit WHERE name = ?', 'long')).toEqual([{ bytes: 6 }]);
  });

  it('keeps strings as they are', async () => {
    await run('INSERT INTO unit (name, part, note) VALUES (?, ?, ?)', 'q', 2, 'it\'s "1\\2" `x`; -- no');
    await run(`UPDATE unit SET note = CONCAT(note, ' it''s') WHERE name = "q"`);
    expect(await rows('SELECT note FROM unit WHERE name = ?', 'q')).toEqual([
      { note: 'it\'s "1\\2" `x`; -- no it\'s' },
    ]);
  });

  it.each([
    ['ER_DUP_ENTRY', "INSERT INTO unit (name, part) VALUES ('a', 1)"],
    ['ER_BAD_NULL_ERROR', 'INSERT INTO total (name) VALUES (NULL)'],
    ['ER_DATA_TOO_LONG', "INSERT INTO total (name) VALUES ('longer')"],
    ['ER_WARN_DATA_OUT_OF_RANGE', "INSERT INTO unit (name, part) VALUES ('z', 3000000000)"],
    ['ER_NO_SUCH_TABLE', 'SELECT * FROM nowhere'],
    ['ER_BAD_FIELD_ERROR', 'SELECT weight FROM unit'],
    ['ER_TABLE_EXISTS_ERROR', 'CREATE TABLE total (a INT)'],
    ['ER_PARSE_ERROR', 'SELEC 1'],
  ])('refuses with %s', async (code, query) => {
    await expect(engine.execute(query, [])).rejects.toMatchObject({ name: 'SqlError', code });
  });
});

/** MariaDB knows fewer reserved words than TiDB, and the embedded engine has no server's. */
describe.each(enginesAtHand().filter(({ name }) => name !== 'mariadb'))('as TiDB does, $title', ({ open }) => {
  let engine: SqlEngine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it.each([
    'CREATE TABLE lease (name INT NOT NULL, until BIGINT NOT NULL)',
    'CREATE TABLE rank (name INT NOT NULL)',
    'SELECT 1 AS groups',
    'WITH cume_dist AS (SELECT 1 AS one) SELECT one FROM cume_dist',
  ])('refuses a reserved word as a name: %s', async (query) => {
    await expect(engine.execute(query, [])).rejects.toMatchObject({ code: 'ER_PARSE_ERROR', errno: 1064 });
  });

  it('takes the same in backticks, and a type after CAST', async () => {
    await engine.execute('CREATE TABLE `rank` (`until` INT NOT NULL)', []);
    expect((await engine.execute('SELECT CAST(COUNT(*) AS CHAR) AS `groups` FROM `rank`', [])).rows).toEqual([
      { groups: '0' },
    ]);
  });

  it('refuses a LIMIT that is bound', async () => {
    await expect(engine.execute('SELECT 1 AS one LIMIT ?', [1])).rejects.toMatchObject({
      code: 'ER_WRONG_ARGUMENTS',
      errno: 1210,
      message: 'Incorrect arguments to LIMIT',
    });
  });
});
