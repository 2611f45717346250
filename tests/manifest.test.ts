import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FieldValue } from '../src/contract';
import * as handlers from '../src/index';

type Module = { key: string; icon?: string };
type CustomField = Module & {
  schema: { properties: Record<keyof FieldValue, { searchAlias: string }>; required: string[] };
  view: { formatter: { expression: string } };
};
type Manifest = {
  modules: Record<string, Module[]> & {
    'jira:customField': CustomField[];
    function: (Module & { handler: string })[];
    consumer: (Module & { queue: string })[];
    scheduledTrigger: (Module & { interval: string })[];
  };
  resources: { key: string; path: string }[];
  permissions: { scopes: string[]; external?: unknown; content?: unknown };
  remotes?: unknown;
};

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'manifest.yml'), 'utf8');
const manifest = parse(text) as Manifest;

/** The queues that the code pushes to: the key is written in place, or is a constant of the source. */
function queuesPushedTo(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const source = files.map((name) => readFileSync(join(root, 'src', name), 'utf8')).join('\n');
  return [...source.matchAll(/new Queue\(\{\s*key:\s*([^\s,}]+)/g)].map(([, key = '']) => {
    const literal = /^['"`]/.test(key) ? key : new RegExp(`const ${key}\\s*=\\s*(['"][^'"]+['"])`).exec(source)?.[1];
    if (!literal) throw new Error(`The queue key ${key} is neither a literal nor a constant.`);
    return literal.slice(1, -1);
  });
}

const duplicates = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe('the manifest', () => {
  test.each(manifest.modules.function)(
    'names for $key a handler that src/index.ts exports: $handler',
    ({ handler }) => {
      const [file, name = ''] = handler.split('.');
      expect(file).toBe('index');
      expect(handlers).toHaveProperty(name);
    },
  );

  test('src/index.ts exports nothing else', () => {
    const named = manifest.modules.function.map(({ handler }) => handler.split('.')[1]);
    expect(Object.keys(handlers).sort()).toEqual(named.sort());
  });

  test('every queue that is pushed to has one consumer, and every consumer a queue', () => {
    const consumed = manifest.modules.consumer.map(({ queue }) => queue);
    expect([...new Set(queuesPushedTo())].sort()).toEqual(consumed.sort());
  });

  test('nothing leaves Atlassian', () => {
    expect(manifest.permissions.external).toBeUndefined();
    expect(manifest.remotes).toBeUndefined();
  });

  test('asks for these scopes and no more', () => {
    expect(manifest.permissions.scopes).toEqual(['read:jira-work', 'read:jira-user', 'write:app-data:jira']);
  });

  test('relaxes no content security policy', () => {
    expect(manifest.permissions.content).toBeUndefined();
    expect(text).not.toContain('unsafe-');
  });

  test('stays within the five schedules that an app may have, at most one of them every five minutes', () => {
    const intervals = manifest.modules.scheduledTrigger.map(({ interval }) => interval);
    expect(intervals.length).toBeLessThanOrEqual(5);
    expect(duplicates(intervals)).toEqual([]);
  });

  test('gives every module a key of its own', () => {
    expect(duplicates(Object.values(manifest.modules).flatMap((modules) => modules.map(({ key }) => key)))).toEqual([]);
  });

  test('shows icons that the page brings along', () => {
    const icons = Object.values(manifest.modules).flatMap((modules) => modules.flatMap(({ icon }) => icon ?? []));
    expect(icons).not.toHaveLength(0);
    for (const icon of icons) {
      const [resource, file = ''] = icon.split(';');
      expect(resource).toBe('resource:app');
      expect(existsSync(join(root, 'static/public', file))).toBe(true);
    }
  });
});

describe('the strategic-objective field', () => {
  const [field] = manifest.modules['jira:customField'];
  const { properties, required } = field!.schema;

  test('has a JQL alias for each property, and each its own', () => {
    expect(Object.keys(properties)).toEqual(['key', 'name'] satisfies (keyof FieldValue)[]);
    expect(required).toEqual(Object.keys(properties));
    expect(duplicates(Object.values(properties).map(({ searchAlias }) => searchAlias))).toEqual([]);
  });

  /** A Jira expression; this one is of the part of that language that JavaScript shares. */
  const format = (value: FieldValue | null): unknown => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is our own manifest's
    const expression = new Function('value', `return ${field!.view.formatter.expression}`) as (
      value: unknown,
    ) => unknown;
    return expression(value);
  };

  test('reads as its key and title in lists and exports', () => {
    expect(format({ key: 'OBJ-12', name: 'Omnichannel sales' })).toBe('OBJ-12 Omnichannel sales');
  });

  test('reads as a plain name for work that runs the business, and as nothing where it is not set', () => {
    expect(format({ key: 'RUN', name: 'Run the business' })).toBe('Run the business');
    expect(format(null)).toBe('');
  });
});
