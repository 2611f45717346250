import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import fc from 'fast-check';
import type { FieldValue } from '../src/contract';
import * as handlers from '../src/index';
import { keyProblem } from '../src/domain/strategy/objectiveRules';
import { jiraExpression } from './site/jira/expressions/evaluate';

type Module = { key: string; icon?: string };
type CustomField = Module & {
  schema: { properties: Record<keyof FieldValue, { searchAlias: string; pattern?: string }>; required: string[] };
  view: { formatter: { expression: string } };
  edit: { experience: string[]; parser: { expression: string }; validation: { expression: string } };
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
const manifest = parseYaml(text) as Manifest;

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
    expect(manifest.permissions.scopes).toEqual([
      'read:jira-work',
      'read:jira-user',
      'write:app-data:jira',
      'report:personal-data',
    ]);
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

  const format = (value: FieldValue | null) => jiraExpression(field!.view.formatter.expression)({ value });
  const parse = (value: string) => jiraExpression(field!.edit.parser.expression)({ value });
  const validate = (value: FieldValue | null) => jiraExpression(field!.edit.validation.expression)({ value });
  const run = { key: 'RUN', name: 'Run the business' };

  test('is edited on the issue, when it is created, in bulk and in the list', () => {
    expect(field!.edit.experience).toEqual(['issue-view', 'issue-create', 'issue-bulk-edit', 'list-view']);
  });

  test('reads as its key and title in lists and exports', () => {
    expect(format({ key: 'OBJ-12', name: 'Omnichannel sales' })).toBe('OBJ-12 Omnichannel sales');
    expect(format({ key: 'OBJ-12', name: '' })).toBe('OBJ-12');
  });

  test('reads as a plain name for work that runs the business, and as nothing where it is not set', () => {
    expect(format(run)).toBe('Run the business');
    expect(format(null)).toBe('');
  });

  test('reads again what it wrote', () => {
    const values = [{ key: 'OBJ-12', name: 'Sell 2x as much, “everywhere”' }, { key: 'Growth', name: '' }, run, null];
    for (const value of values) {
      expect(parse(format(value) as string)).toEqual(value);
      expect(validate(value)).toBe(true);
    }
  });

  test('takes just the keys that the strategy takes, and run-the-business work by its own name', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 70 }), fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,66}[ \n]?$/)),
        (key) => {
          expect(validate({ key, name: 'A title' })).toBe(keyProblem(key).length === 0);
        },
      ),
    );
    for (const key of ['RUN', 'run', 'OBJ-2 ', 'OBJ-2\n', '']) expect(validate({ key, name: 'A title' })).toBe(false);
  });

  test('has a schema that lets no key in which is not one', () => {
    const pattern = new RegExp(properties.key.pattern ?? '');
    for (const key of ['OBJ-2 ', ' OBJ-2', '', '2', 'ÖBJ', 'A'.repeat(65)]) expect(pattern.test(key)).toBe(false);
    for (const key of ['OBJ-2', 'a', 'RUN', 'A'.repeat(64)]) expect(pattern.test(key)).toBe(true);
  });
});
