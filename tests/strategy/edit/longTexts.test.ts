import { takeSnapshots } from '../../../src/sync/snapshots';
import { dataOf } from '../../resolvers/world';
import { asDay } from '../../domain/days';
import { inEditing } from '../editing';

jest.setTimeout(120_000);

const LOOK = { window: 90, measure: 'items' } as const;
/** As many characters as a note may have. Sent as JSON each takes two bytes. */
const QUOTES = '"\n'.repeat(4_999) + '""';
const CHECK_INS = 140;
/** Forge's limit for the answer of a resolver. */
const MOST_BYTES = 5_000_000;

test('one person’s long texts break nobody’s page, and are read a page at a time', () =>
  inEditing(async ({ ask, save, site }) => {
    await save('OBJ-2', 1, { description: QUOTES });
    for (let at = 0; at < CHECK_INS; at += 1) {
      const day = asDay('2026-05-18') - Math.floor(at / 10);
      dataOf(
        await ask(
          'checkIn',
          { objective: 'OBJ-2', day, note: `${at % 10}${QUOTES.slice(1)}`, decision: QUOTES, health: null, values: [] },
          'owner',
        ),
      );
      site.clock.advance(1);
    }
    let revision = 2;
    for (const description of [`1${QUOTES.slice(1)}`, `2${QUOTES.slice(1)}`, QUOTES]) {
      ({ revision } = await save('OBJ-2', revision, { description }));
      for (let more = 0; more < 20; more += 1)
        ({ revision } = await save('OBJ-2', revision, { description: `${more}${QUOTES.slice(2)}` }));
    }
    const sent = (data: unknown): number => Buffer.byteLength(JSON.stringify(data));
    const answers = {
      portfolio: dataOf(await ask('portfolio', LOOK, 'member')),
      detail: dataOf(await ask('objectiveDetail', { ...LOOK, key: 'OBJ-2' }, 'member')),
      review: dataOf(await ask('review', { ...LOOK, since: 0 }, 'member')),
      history: dataOf(await ask('objectiveHistory', { key: 'OBJ-2', before: null }, 'member')),
      strategy: dataOf(await ask('strategy', {})),
      stated: dataOf(await ask('statedObjective', { key: 'OBJ-2' })),
      file: dataOf(await ask('exportStrategy', {})),
    };
    for (const [what, data] of Object.entries(answers)) expect([what, sent(data) < MOST_BYTES]).toEqual([what, true]);
    await site.runInApp(() => takeSnapshots(site.clock.now()));

    // Figures hold no text, and lists none but titles.
    for (const data of [answers.portfolio, answers.strategy]) expect(JSON.stringify(data)).not.toContain('\\"\\n');
    const { detail, review } = answers;
    expect(review.checkIns.length + review.checkInsLeft).toBe(CHECK_INS);
    expect(review.changesLeft).toBeGreaterThan(0);
    expect(detail.objective.lastCheckIn).toBe(asDay('2026-05-18'));

    const found = [...detail.checkIns];
    for (let left = detail.checkInsLeft; left > 0;) {
      const { day, id } = found.at(-1) ?? { day: 0, id: 0 };
      const page = dataOf(await ask('olderCheckIns', { key: 'OBJ-2', before: { day, id } }, 'member'));
      found.push(...page.checkIns);
      left = page.checkInsLeft;
    }
    expect(new Set(found.map(({ id }) => id)).size).toBe(CHECK_INS);
    expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).sort((a, b) => b - a));

    const changes = [...answers.history.history];
    for (let { next } = answers.history; next !== null;) {
      const page = dataOf(await ask('objectiveHistory', { key: 'OBJ-2', before: next }, 'member'));
      changes.push(...page.history);
      next = page.next;
    }
    expect(changes).toHaveLength(revision);
  }));

test('what was said of a draft is for those who may see it', () =>
  inEditing(async ({ ask }) => {
    const said = { day: asDay('2026-05-18'), note: 'Secret', health: null, decision: null, values: [] };
    expect((await ask('checkIn', { ...said, objective: 'OBJ-3' })).ok).toBe(true);
    const before = { day: asDay('2026-05-19'), id: 1 };
    for (const person of ['member', 'editor'] as const) {
      const seen = person === 'editor';
      const review = dataOf(await ask('review', { ...LOOK, since: 0 }, person));
      expect(review.checkIns.length).toBe(seen ? 1 : 0);
      expect(review.changes.some(({ objective }) => objective.key === 'OBJ-3')).toBe(seen);
      expect((await ask('olderCheckIns', { key: 'OBJ-3', before }, person)).ok).toBe(seen);
      expect((await ask('objectiveHistory', { key: 'OBJ-3', before: null }, person)).ok).toBe(seen);
    }
  }));
