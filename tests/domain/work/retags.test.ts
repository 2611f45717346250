import { rollUp } from '../../../src/domain/reference/rollUp';
import { retagsAfter, rollUpRetags } from '../../../src/domain/reference/retags';
import type { ObjectiveStatus } from '../../../src/domain/strategy/objective';
import { windowEnding } from '../../../src/domain/time/window';
import { lateFigure, massRetags, type RetaggedWork } from '../../../src/domain/work/massRetags';
import { mixFigure } from '../../../src/domain/work/mix';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { done, item } from '../build';

const TODAY = 200;
const statusOf = (key: string): ObjectiveStatus => (key === 'GONE' ? 'unknown' : 'active');

/** The effort of 90 days of these items, of which some were retagged on a day. */
const workOf = (items: readonly WorkItem[], days: readonly (readonly [number, number])[]): RetaggedWork => ({
  cells: rollUp(items, windowEnding(TODAY, 90)),
  retags: rollUpRetags(items, new Map(days), TODAY),
  sizing: { measure: 'items', typical: new Map() },
  statusOf,
  days: 90,
  window: windowEnding(TODAY, 90),
});
const lateOf = (work: RetaggedWork) => lateFigure(work, mixFigure(work.cells, 'effort', work.sizing, work.statusOf));

describe('tagged after it was done', () => {
  // 10 units of effort: 6 aligned, 2 run, 2 unlinked. Alignment 6 ÷ 8.
  const items = [
    done(1, 190, { tag: 'A' }),
    done(2, 190, { tag: 'A' }),
    done(3, 190, { tag: 'A' }),
    item(4, { outcome: 'doing', tag: 'A' }),
    item(5, { outcome: 'doing', tag: 'A' }),
    done(6, 190, { tag: 'A' }),
    done(7, 190, { tag: 'RUN' }),
    item(8, { outcome: 'doing', tag: 'RUN' }),
    done(9, 190),
    item(10, { outcome: 'doing' }),
  ];

  test('is what was linked on a later day than it was done; on the same day is in time', () => {
    const late = lateOf(
      workOf(items, [
        [1, 191],
        [2, 190],
        [3, 150],
        [4, 195],
      ]),
    );
    // Item 1 alone: without it 5 of 8 are aligned.
    expect(late).toEqual({ units: 1, aligned: 1, run: 0, alignmentWithout: 5 / 8 });
  });

  test('run is counted too: as if it had no tag, it would be part of what alignment is a share of', () => {
    // Items 1 and 7: without their tags 5 of 9 are aligned.
    expect(
      lateOf(
        workOf(items, [
          [1, 191],
          [7, 200],
        ]),
      ),
    ).toEqual({
      units: 2,
      aligned: 1,
      run: 1,
      alignmentWithout: 5 / 9,
    });
  });

  test('nothing is late where nothing was retagged, and of no work there is no alignment', () => {
    expect(lateOf(workOf(items, []))).toEqual({ units: 0, aligned: 0, run: 0, alignmentWithout: 6 / 8 });
    expect(lateOf(workOf([], [])).alignmentWithout).toBeNull();
  });

  test('a key that nobody stated aligns nothing', () => {
    const late = lateOf(workOf([done(1, 190, { tag: 'GONE' }), done(2, 190)], [[1, 195]]));
    expect(late).toEqual({ units: 1, aligned: 0, run: 0, alignmentWithout: 0 });
  });

  test('work done before the window, dropped, or on no known day is in no effort, so it is not late', () => {
    const none = [done(1, 100, { tag: 'A' }), item(2, { outcome: 'dropped', ended: 190, tag: 'A' }), done(3, null)];
    expect(
      lateOf(
        workOf(none, [
          [1, 195],
          [2, 195],
          [3, 195],
        ]),
      ).units,
    ).toBe(0);
  });
});

describe('many at once', () => {
  /** 200 units in progress on A, of which the first so many were retagged on a day. */
  const ofTwoHundred = (counts: readonly (readonly [day: number, count: number])[]): RetaggedWork => {
    const items = Array.from({ length: 200 }, (_, at) => item(at + 1, { outcome: 'doing', tag: 'A' }));
    const days = counts.flatMap(([day, count]) => Array.from({ length: count }, () => day));
    return workOf(
      items,
      days.map((day, at) => [at + 1, day]),
    );
  };
  const spans = (work: RetaggedWork, lastReview: number | null = null) =>
    massRetags(work, lastReview).map(({ from, to, review, units }) => ({ from, to, review, units }));

  test('is a tenth of the effort on one day, and 20 units at least', () => {
    expect(spans(ofTwoHundred([[150, 20]]))).toEqual([{ from: 150, to: 150, review: null, units: 20 }]);
    expect(spans(ofTwoHundred([[150, 19]]))).toEqual([]);
    const ten = Array.from({ length: 19 }, (_, at) => item(at + 1, { outcome: 'doing', tag: 'A' }));
    expect(
      spans(
        workOf(
          ten,
          ten.map(({ id }) => [id, 150] as const),
        ),
      ),
    ).toEqual([]);
  });

  test('or a quarter in the seven days up to a review, or up to today', () => {
    const week = [150, 151, 152, 153, 154, 155, 156].map((day) => [day, 8] as const);
    expect(spans(ofTwoHundred(week))).toEqual([]);
    expect(spans(ofTwoHundred(week), 156)).toEqual([{ from: 150, to: 156, review: 156, units: 56 }]);
    expect(spans(ofTwoHundred(week), 155)).toEqual([]);
    const untilToday = week.map(([day, count]) => [day + 44, count] as const);
    expect(spans(ofTwoHundred(untilToday))).toEqual([{ from: 194, to: 200, review: null, units: 56 }]);
    expect(spans(ofTwoHundred(untilToday), TODAY)).toEqual([{ from: 194, to: 200, review: 200, units: 56 }]);
  });

  test('a day of the week before a review is not told twice', () => {
    expect(spans(ofTwoHundred([[154, 60]]), 156)).toEqual([{ from: 150, to: 156, review: 156, units: 60 }]);
  });

  test('and of the week up to today the one day is named, if it is one', () => {
    expect(spans(ofTwoHundred([[199, 60]]))).toEqual([{ from: 199, to: 199, review: null, units: 60 }]);
  });

  test('is shown with the alignment of its project, and without these units', () => {
    expect(massRetags(ofTwoHundred([[150, 50]]), null)).toEqual([
      {
        project: 1,
        from: 150,
        to: 150,
        review: null,
        units: 50,
        share: 0.25,
        aligned: 50,
        run: 0,
        alignment: 1,
        alignmentWithout: 0.75,
      },
    ]);
  });

  test('days before the window are not looked at', () => {
    expect(spans(ofTwoHundred([[TODAY - 90, 100]]))).toEqual([]);
  });
});

describe('a retag', () => {
  const byId = (items: readonly WorkItem[]) => new Map(items.map((one) => [one.id, one]));
  const after = (before: readonly WorkItem[], now: readonly WorkItem[], written: readonly number[]) =>
    retagsAfter({ items: byId(before), retagged: new Map() }, byId(now), { written: new Set(written), day: 9 });

  test('is a change that comes when work has begun; what is to do is planned, what is cleared serves nothing', () => {
    const before = [
      item(1),
      item(2, { outcome: 'doing' }),
      done(3, 5),
      done(4, 5, { tag: 'A' }),
      done(5, 5, { tag: 'A' }),
    ];
    const now = [
      item(1, { tag: 'A' }),
      item(2, { outcome: 'doing', tag: 'A' }),
      done(3, 5, { tag: 'A' }),
      done(4, 5, { tag: 'B' }),
      done(5, 5),
    ];
    expect([...after(before, now, [1, 2, 3, 4, 5]).keys()]).toEqual([2, 3, 4]);
  });

  test('reaches what is below a tagged epic, also where the epic is to do', () => {
    const story = done(2, 5, { parent: 1 });
    expect([...after([item(1, { level: 1 }), story], [item(1, { level: 1, tag: 'A' }), story], [1]).keys()]).toEqual([
      2,
    ]);
  });

  test('is none where the app only now gets to know the epic, but is one where a story is moved to a new one', () => {
    const epic = item(1, { level: 1, tag: 'A' });
    expect([...after([done(2, 5, { parent: 1 })], [epic, done(2, 5, { parent: 1 })], [1]).keys()]).toEqual([]);
    expect([...after([done(2, 5)], [epic, done(2, 5, { parent: 1 })], [1, 2]).keys()]).toEqual([2]);
  });
});
