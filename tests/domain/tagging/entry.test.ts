import fc from 'fast-check';
import { decideLink, decideUndo } from '../../../src/domain/tagging/entry';

const plain = { to: 'OBJ-7', overwrites: false };

test.each([
  ['an issue without a tag is written', { now: null, overwrites: false }, 'write'],
  ['one that has the tag stays', { now: 'OBJ-7', overwrites: false }, 'same'],
  ['one with another tag keeps it', { now: 'OBJ-1', overwrites: false }, 'kept'],
  ['unless the job replaces tags', { now: 'OBJ-1', overwrites: true }, 'write'],
] as const)('%s', (_, { now, overwrites }, decision) => {
  expect(decideLink({ state: 'waiting', now, was: null }, { to: 'OBJ-7', overwrites })).toBe(decision);
});

test('of an issue that was being written as a function ended, its tag tells whether it was', () => {
  expect(decideLink({ state: 'writing', now: 'OBJ-7', was: 'OBJ-1' }, plain)).toBe('done');
  expect(decideLink({ state: 'writing', now: 'OBJ-1', was: 'OBJ-1' }, plain)).toBe('write');
  expect(decideLink({ state: 'writing', now: 'RUN', was: 'OBJ-1' }, plain)).toBe('kept');
});

test('only the job’s own tag is taken back', () => {
  expect(decideUndo({ now: 'OBJ-7', was: null }, plain)).toBe('write');
  expect(decideUndo({ now: null, was: null }, plain)).toBe('undone');
  expect(decideUndo({ now: 'OBJ-2', was: null }, plain)).toBe('changed');
  expect(decideUndo({ now: null, was: 'OBJ-1' }, plain)).toBe('changed');
});

const tag = fc.constantFrom(null, 'OBJ-1', 'OBJ-7', 'RUN');

test('deciding twice, with the tag written between, comes to the same end, whatever there was', () => {
  fc.assert(
    fc.property(tag, fc.boolean(), (now, overwrites) => {
      const job = { to: 'OBJ-7', overwrites };
      const first = decideLink({ state: 'waiting', now, was: null }, job);
      if (first !== 'write') return;
      // Written, and the function ended before it could say so; or ended before it was written.
      expect(decideLink({ state: 'writing', now: 'OBJ-7', was: now }, job)).toBe('done');
      expect(decideLink({ state: 'writing', now, was: now }, job)).toBe('write');
      // Taking it back gives what there was.
      expect(decideUndo({ now: 'OBJ-7', was: now }, job)).toBe('write');
      expect(decideUndo({ now, was: now }, job)).toBe('undone');
    }),
  );
});
