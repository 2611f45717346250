import fc from 'fast-check';
import { drawsBelow } from '../../random';
import { drain } from '../../../src/sync/jobs/handlers';
import { anyEdit, create, makeEdit } from './peopleSteps';
import { chosen, pick, step } from './steps';
import { waitTurns } from './world';

const wait = fc.constantFrom(1000, 6000, 20_000, 90_000, 400_000, 7_200_000, 40_000_000).map((ms) =>
  step(
    'wait',
    ms,
    ({ site }) =>
      () =>
        site.clock.advance(ms),
  ),
);

/** Delivers what is due, or all of the next seconds too. */
const deliver = fc.constantFrom(0, 6000).map((ms) =>
  step('deliver', ms, ({ site }) => async () => {
    await site.settle().catch(() => undefined);
    site.clock.advance(ms);
    await site.settle();
  }),
);

const schedule = fc.constantFrom('fiveMinute', 'fiveMinute', 'hour', 'day').map((interval) =>
  step(
    'schedule',
    interval,
    ({ site }) =>
      () =>
        site.schedule(interval),
  ),
);

/** The app gets a new version. */
const upgrade = fc.constant(
  step(
    'upgrade',
    '',
    ({ site }) =>
      () =>
        site.install(),
  ),
);

/** The fate of each event in turn: lost, in time, doubled, or late and so overtaken. */
const events = fc
  .array(fc.constantFrom([], [0], [0, 0], [30_000], [90_000, 5000], [180_000]), { minLength: 1, maxLength: 3 })
  .map((turns) =>
    step('events', turns, ({ site }) => () => {
      let next = 0;
      site.faults.deliveries = () => turns[next++ % turns.length] ?? [];
    }),
  );

const json = { 'Content-Type': 'application/json' };
const refusal = (status: number, retryAfter?: string) =>
  new Response('{"errorMessages":["Not now."]}', {
    status,
    headers: { ...json, ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }) },
  });

/** Answers in Jira's place. */
const ANSWERS: Record<string, () => Response | 'timeOut' | null> = {
  right: () => null,
  'too many, 2 s': () => refusal(429, '2'),
  'too many, 10 min': () => refusal(429, '600'),
  'server error': () => refusal(500),
  unavailable: () => refusal(503),
  'gateway time-out': () => refusal(504),
  'cut off': () => new Response('{"issues": [', { headers: json }),
  'not as documented': () => new Response('{}', { headers: json }),
  'a page of a proxy': () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
  'no connection': () => {
    throw new TypeError('fetch failed');
  },
  'no answer': () => 'timeOut',
};

const answers = fc.array(fc.constantFrom(...Object.keys(ANSWERS)), { minLength: 1, maxLength: 4 }).map((turns) =>
  step('Jira answers', turns, ({ site }) => () => {
    const left = [...turns];
    site.faults.answer = () => ANSWERS[left.shift() ?? 'right']?.() ?? null;
  }),
);

/** Statements that always fail, until the safety net and the daily schedule try again. `none`: no longer */
const CANNOT_BE_WRITTEN: Record<string, (query: string) => boolean> = {
  none: () => false,
  items: (query) => /^insert into `work_item`/i.test(query),
  cells: (query) => /^\s*INSERT INTO `?rollup`? /i.test(query),
  sums: (query) => /^\s*INSERT INTO overall /i.test(query),
};

const refusals = fc.constantFrom(...Object.keys(CANNOT_BE_WRITTEN)).map((what) =>
  step('the database refuses', what, (world) => () => {
    world.refuses = CANNOT_BE_WRITTEN[what] ?? (() => false);
  }),
);

/** From now on Jira answers some issues in an undocumented form: their key is a number. */
const unreadable = fc.uniqueArray(pick, { maxLength: 3 }).map((choices) =>
  step('unreadable', choices, ({ site, jira }) => () => {
    const all = [...jira.issues.all()];
    const ids = new Set(choices.flatMap((choice) => chosen(all, choice)?.id ?? []));
    site.faults.distort = (_, text) =>
      [...ids].reduce((left, id) => left.replace(new RegExp(`("id":"${id}",[^{}]*"key":)"[^"]*"`, 'g'), '$17'), text);
  }),
);

/** Delivers what is due for a while, as often as the platform retries a job that threw, timed out or was ended. */
const retries = fc.integer({ min: 1, max: 6 }).map((times) =>
  step('run again', times, ({ site }) => async () => {
    for (let time = 0; time < times; time += 1) {
      site.clock.advance(60_000 * 2 ** Math.min(time, 4));
      await site.settle().catch(() => undefined);
    }
  }),
);

const statement = fc
  .record({
    at: fc.integer({ min: 1, max: 40 }),
    when: fc.constantFrom('before' as const, 'after' as const),
    what: fc.constantFrom('functionEnds' as const, 'functionEnds' as const, 'statementFails' as const),
  })
  .map(({ at, ...fault }) =>
    step(
      'statement',
      { at, ...fault },
      ({ site }) =>
        () =>
          site.faults.atStatement(at, fault),
    ),
  );

/** One of so many statements is delayed, while another function may run several. */
const ONE_HELD_UP_OF = 6;
/** A statement takes some dozens of turns of the event loop. */
const MOST_TURNS = 1500;

/** Functions that run at once after an edit, overtaking each other at random, while somebody edits something else. */
const atOnce = fc
  .record({
    jobs: fc.array(
      fc.constantFrom(
        'drain' as const,
        'drain' as const,
        'fiveMinute' as const,
        'fiveMinute' as const,
        'hour' as const,
      ),
      {
        minLength: 2,
        maxLength: 3,
      },
    ),
    first: anyEdit,
    meanwhile: anyEdit,
    seed: fc.nat({ max: 9999 }),
  })
  .map((details) =>
    step('at once', details, (world) => async () => {
      const { site } = world;
      makeEdit(world, details.first);
      await site.settle().catch(() => undefined);
      const draw = drawsBelow(MOST_TURNS, details.seed);
      let drawn = 0;
      const aWhile = () => draw(drawn++);
      world.slowness = () => (aWhile() % ONE_HELD_UP_OF === 0 ? aWhile() : 0);
      const jobs = details.jobs.map(async (job) => {
        await waitTurns(aWhile());
        await (job === 'drain' ? site.runInApp(drain) : site.schedule(job));
      });
      await waitTurns(aWhile());
      site.clock.advance(1);
      makeEdit(world, details.meanwhile);
      await Promise.allSettled([...jobs, site.settle()]);
      world.slowness = () => 0;
    }),
  );

/** Steps in which functions run at once. */
export const races = [
  { weight: 1, arbitrary: create },
  { weight: 1, arbitrary: deliver },
  { weight: 3, arbitrary: atOnce },
];

/** Steps of the platform, and faults. */
export const platformSteps = [
  { weight: 3, arbitrary: atOnce },
  { weight: 4, arbitrary: wait },
  { weight: 7, arbitrary: deliver },
  { weight: 3, arbitrary: schedule },
  { weight: 1, arbitrary: upgrade },
  { weight: 3, arbitrary: events },
  { weight: 3, arbitrary: answers },
  { weight: 2, arbitrary: refusals },
  { weight: 3, arbitrary: unreadable },
  { weight: 2, arbitrary: retries },
  { weight: 6, arbitrary: statement },
];
