import fc from 'fast-check';
import type { Contract } from '../../src/contract';
import { PAYLOADS } from '../access/payloads';
import { PEOPLE } from '../resolvers/world';

/** Any value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const deep = (levels: number): Json => {
  let value: Json = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Own properties named like those that every object has: `JSON.parse` makes them, an object literal would not. */
const prototypes = JSON.parse('{"__proto__":{"mayEdit":true},"constructor":{"prototype":{}},"toString":1}') as Json;

const TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\udfffb',
  '\u202egnp.exe',
  '\u200b',
  'é́́́́',
  '👩‍👩‍👧‍👦',
  '" OR project is not EMPTY ORDER BY key',
  "'; DROP TABLE work_item; --",
  '1) OR (1=1',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x","y")',
  '@SUM(1+1)*cmd|calc',
  '${1+1}',
  '%00%0a',
  '../../rest/api/3/myself',
  '__proto__',
  'NaN',
  '10001',
  '9223372036854775807',
  '99999999999999999999',
  '-1',
  '1e3',
  'OBJ-1',
  'obj-1',
  'RUN',
  'WEB-1',
  '"'.repeat(2_000),
  'x'.repeat(70_000),
  'key,title\n=1+1,"a""b\n',
  '"never closed',
];
const NUMBERS = [0, -0, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 1e21, 90, 20_000];
const THINGS: Json[] = [null, true, false, [], {}, prototypes, deep(50), deep(800), Array<Json>(3_000).fill('1')];

const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(...TEXTS),
  fc.constantFrom<Json>(...NUMBERS),
  fc.constantFrom<Json>(...THINGS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

/** A change of a payload at one of its places. */
const anyChange = fc.record({
  place: fc.nat({ max: 999 }),
  how: fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'add' as const, 'repeat' as const),
  name: fc.constantFrom('__proto__', 'constructor', 'extra', 'key', 'length', ''),
  value: anyValue,
});
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

/** Forge takes 500 KB of a page at most. */
const MOST_CHARACTERS = 150_000;

/** A call of a page with a payload that was valid before some changes. */
export const anyCall = fc
  .record({
    call: fc.constantFrom(...(Object.keys(PAYLOADS) as (keyof Contract)[])),
    person: fc.constantFrom(...PEOPLE),
    changes: fc.array(anyChange, { minLength: 1, maxLength: 3 }),
  })
  .map(({ call, person, changes }) => ({
    call,
    person,
    payload: changes.reduce<Json>(changed, PAYLOADS[call] as Json),
  }))
  .filter(({ payload }) => (JSON.stringify(payload) ?? '').length < MOST_CHARACTERS);

/** What a handler may be sent: an event, or anything. */
export const anyEvent: fc.Arbitrary<Json> = fc.oneof(
  anyValue,
  fc
    .array(anyChange, { minLength: 1, maxLength: 2 })
    .map((changes) =>
      changes.reduce<Json>(changed, { eventType: 'avi:jira:updated:issue', issue: { id: '10001', key: 'WEB-1' } }),
    ),
);

const isSmall = (value: Json | undefined): boolean => JSON.stringify(value ?? null).length < 1_000;

type Place = { holder: Json[] | { [name: string]: Json }; name: string };

/** A payload with a change, made in a copy. */
const changed = (payload: Json, { place, how, name, value }: Change): Json => {
  const root: { whole: Json } = { whole: structuredClone(payload) };
  const places: Place[] = [{ holder: root, name: 'whole' }];
  for (let at = 0; at < places.length && places.length < 200; at += 1) {
    const { holder, name: of } = places[at] as Place;
    const held = (holder as Record<string, Json>)[of];
    if (typeof held === 'object' && held !== null)
      for (const inner of Object.keys(held)) places.push({ holder: held, name: inner });
  }
  const { holder, name: of } = places[place % places.length] as Place;
  const held = (holder as Record<string, Json>)[of];
  if (how === 'remove' && places.length > 1) Reflect.deleteProperty(holder, of);
  else if (how === 'add' && typeof held === 'object' && held !== null && !Array.isArray(held))
    Object.defineProperty(held, name, { value, enumerable: true, configurable: true, writable: true });
  else if (how === 'repeat' && isSmall(held))
    (holder as Record<string, Json>)[of] = Array<Json>(150).fill(held ?? null);
  else (holder as Record<string, Json>)[of] = value;
  return root.whole;
};
