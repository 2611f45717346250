import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MIGRATIONS } from '../../src/store/sql/migrations';

/** Folders that hold nothing of this project's own. */
const FOREIGN = new Set(['node_modules', 'dist', '.git']);

/** Every folder (with a slash at its end) and every file, from the top. */
const walk = (folder: string): string[] =>
  readdirSync(folder || '.', { withFileTypes: true })
    .filter(({ name }) => !FOREIGN.has(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? [`${folder}${entry.name}/`, ...walk(`${folder}${entry.name}/`)]
        : [`${folder}${entry.name}`],
    );

const PATHS = walk('');
const MAPS = PATHS.filter((path) => path.endsWith('.md'));

/** A word in backticks is a path where it begins at one of these folders, or ends like a folder or a source file. Others are code. */
const isPath = (word: string): boolean =>
  /^[\w./-]+$/.test(word) &&
  (/^(src|static|tests|\.github|\.ci)\//.test(word) || /(\/|\.(tsx?|[cm]js|md|yml))$/.test(word));

/** Built, not kept. */
const BUILT = new Set(['static/dist']);

/** What a map may mean by a path: seen from the map, from the top, or from any folder, so that a moved folder breaks no name. */
const found = (map: string, word: string): string[] => {
  const [beside, ending] = [join(dirname(map), word), `/${word}`];
  return PATHS.filter((path) =>
    [path, path.replace(/\/$/, '')].some((name) => name === beside || name === word || name.endsWith(ending)),
  );
};

/** The text of all code, in which a name that a map gives in backticks must occur. */
const CODE = PATHS.filter((path) => /\.(tsx?|[cm]js|json|yml)$/.test(path) && !path.endsWith('package-lock.json'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** A word of more than one hump, such as `blockFigures`, `sync_run` or `WHO_MAY`: others may be plain English. */
const isName = (word: string): boolean => /^[A-Za-z]\w*$/.test(word) && /[a-z][A-Z]|\w_\w/.test(word);

/** `path.test.ts` “title”, “another title” */
const PROOF = /`([^`\n]+\.test\.tsx?)`((?:,? “[^”]+”)+)/g;

describe.each(MAPS)('%s', (map) => {
  const text = readFileSync(map, 'utf8');
  // In fenced blocks stand commands and pictures.
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');

  test('names only paths that exist', () => {
    const words = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, word = '']) => (isPath(word) ? [word] : []));
    const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, to = '']) =>
      /^\w+:/.test(to) ? [] : [to],
    );
    expect(words.filter((word) => !BUILT.has(word) && found(map, word).length === 0)).toEqual([]);
    expect(links.filter((to) => !existsSync(join(dirname(map), to)))).toEqual([]);
  });

  test('names only code that exists', () => {
    const names = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, word = '']) => (isName(word) ? [word] : []));
    expect([...new Set(names)].filter((name) => !new RegExp(`\\b${name}\\b`).test(CODE))).toEqual([]);
  });

  test('names only tests that exist', () => {
    const missing = [...prose.replace(/\s*\n\s*/g, ' ').matchAll(PROOF)].flatMap(([, file = '', titles = '']) => {
      const sources = found(map, file).map((path) => readFileSync(path, 'utf8'));
      return [...titles.matchAll(/“([^”]+)”/g)]
        .map(([, title = '']) => title)
        .filter((title) => !sources.some((source) => source.includes(title)))
        .map((title) => `${file}: ${title}`);
    });
    expect(missing).toEqual([]);
  });
});

test('the map of the store names every table, and that of the architecture every room', () => {
  const rows = (map: string) =>
    readFileSync(map, 'utf8')
      .split('\n')
      .flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);
  const tables = Object.values(MIGRATIONS).flatMap((text) => /^CREATE TABLE IF NOT EXISTS (\w+)/.exec(text)?.[1] ?? []);
  expect(rows('src/store/README.md')).toEqual(expect.arrayContaining(tables));
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rows('src/README.md')).toEqual(expect.arrayContaining(rooms.map(({ name }) => `${name}/`)));
});
