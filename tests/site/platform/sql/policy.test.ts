import { refusal } from './policy';

describe('what Forge SQL refuses before the database sees it', () => {
  it.each([
    'SELECT 1; SELECT 2',
    '',
    'SET @a = 1',
    'USE other',
    'LOCK TABLES t READ',
    "PREPARE p FROM 'SELECT 1'",
    'SHOW DATABASES',
    'INSERT INTO t VALUES (1) RETURNING a',
    'SELECT SLEEP(1)',
    "SELECT SHA2('a', 256)",
    'CREATE TABLE t (a INT)',
    'DROP TABLE t',
  ])('%s', (query) => {
    expect(refusal(query, false)).not.toBeNull();
  });

  it.each(['CREATE TABLE t (a INT, FOREIGN KEY (a) REFERENCES u (a))', 'CREATE TABLE t AS SELECT 1', 'SET @a = 1'])(
    '%s, where the schema is changed',
    (query) => {
      expect(refusal(query, true)).not.toBeNull();
    },
  );

  it('takes what the app and the migration runner send', () => {
    expect(refusal("UPDATE t SET a = 'x; SLEEP(1)' WHERE b = ?;", false)).toBeNull();
    expect(refusal('SHOW TABLES', false)).toBeNull();
    expect(refusal('WITH x AS (SELECT 1) SELECT * FROM x', false)).toBeNull();
    expect(refusal('CREATE TABLE IF NOT EXISTS t (id BIGINT PRIMARY KEY AUTO_INCREMENT);', true)).toBeNull();
    expect(refusal('SELECT id, name, migratedAt FROM __migrations;', true)).toBeNull();
  });
});
