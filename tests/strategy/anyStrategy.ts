import fc from 'fast-check';
import type { Goal, KeyResult } from '../../src/domain/strategy/keyResult';
import { HEADLINES, type Objective, PERSPECTIVES } from '../../src/domain/strategy/objective';
import type { ObjectiveState } from '../../src/domain/strategy/strategyEvent';
import { keyProblem, statedProblems, tidyLine, tidyText } from '../../src/domain/strategy/objectiveRules';

/** What spreadsheets and CSV trip over, and what people write. */
const anyPiece = fc.oneof(
  fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '＝',
    ' ',
    '\u00a0',
    '\ufeff',
    '0',
    'yes',
    'RUN',
  ),
  fc.constantFrom('=1+1', '"quoted"', 'ü', 'שלום', 'مرحبا', '🚀', '👩‍👩‍👧', 'é', '\u2028', '</script>', '\\'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const anyText = fc.array(anyPiece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const anyLine = anyText.map((text) => tidyLine(text.replace(/[\p{Cc}]/gu, '')));
const anyTitle = anyLine.filter((line) => line !== '');

const anyAmount = fc
  .oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  )
  .map((amount) => amount + 0);
const anyWeight = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }).map((weight) => weight + 0));
const anyDay = fc.option(fc.integer({ min: -10_000, max: 60_000 }));

const anyGoal: fc.Arbitrary<Goal> = fc.oneof(
  fc.record({ kind: fc.constant('reach' as const), baseline: fc.option(anyAmount), target: fc.option(anyAmount) }),
  fc.record({ kind: fc.constant('maintain' as const), low: anyAmount, high: anyAmount }),
);

type Stated = { objective: Omit<Objective, 'key' | 'parent'>; keyResults: Omit<KeyResult, 'id' | 'objective'>[] };

const anyStated: fc.Arbitrary<Stated> = fc.record({
  objective: fc.record({
    title: anyTitle,
    status: fc.constantFrom('draft' as const, 'active' as const, 'achieved' as const, 'dropped' as const),
    description: fc.option(anyText.map(tidyText)),
    weight: anyWeight,
    perspective: fc.option(fc.constantFrom(...PERSPECTIVES)),
    owner: fc.option(fc.constantFrom('5b10a2844c20165700ede21g', '712020:aa-bb')),
    start: anyDay,
    target: anyDay,
    headline: fc.constantFrom(...HEADLINES),
    archived: fc.boolean(),
  }),
  keyResults: fc.array(
    fc.record({
      title: anyTitle,
      unit: anyLine.map((line) => tidyLine([...line].slice(0, 32).join(''))),
      goal: anyGoal,
      weight: anyWeight,
    }),
    { maxLength: 4 },
  ),
});

const anyKey = fc
  .string({ unit: fc.constantFrom(...'abzAZ019_-'), minLength: 1, maxLength: 5 })
  .filter((key) => keyProblem(key).length === 0);

/** A strategy that could be stated: each objective at the top or below one before it, nothing active out of sight. */
export const anyStrategy: fc.Arbitrary<ObjectiveState[]> = fc
  .uniqueArray(anyKey, { minLength: 1, maxLength: 6, selector: (key) => key.toLowerCase() })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key, index) => fc.tuple(fc.constant(key), fc.option(fc.nat(Math.max(0, index - 1))), anyStated)),
    ),
  )
  .map((stated) =>
    stated.map(([key, below, { objective, keyResults }], index): ObjectiveState => ({
      objective: {
        ...objective,
        key,
        parent: index === 0 || below === null ? null : (stated[below]?.[0] ?? null),
        // Of two days the earlier is the start; what is archived is not active, and nothing else is archived here.
        target:
          objective.start !== null && objective.target !== null && objective.target < objective.start
            ? null
            : objective.target,
        archived:
          objective.archived &&
          objective.status !== 'active' &&
          stated.every(([, , one]) => one.objective.status !== 'active'),
      },
      keyResults: keyResults.map((keyResult, at) => ({ ...keyResult, id: index * 10 + at + 1, objective: key })),
    })),
  )
  .filter((strategy) =>
    strategy.every(({ objective, keyResults }) => statedProblems(objective, keyResults).length === 0),
  );
