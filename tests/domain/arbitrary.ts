import fc from 'fast-check';
import type { WorkItem } from '../../src/domain/work/workItem';

/** Any work items: of several projects and levels, with parents that may be unknown, of any level, or in a cycle. */
export const anyWorkItems: fc.Arbitrary<WorkItem[]> = fc.integer({ min: 1, max: 30 }).chain((count) =>
  fc
    .array(
      fc.record({
        project: fc.integer({ min: 1, max: 3 }),
        level: fc.integer({ min: -1, max: 2 }),
        parent: fc.option(fc.integer({ min: 1, max: count + 2 })),
        outcome: fc.constantFrom('todo', 'doing', 'done', 'dropped'),
        estimate: fc.option(fc.integer({ min: 0, max: 13_000 })),
        assignee: fc.option(fc.constantFrom('ann', 'bo', 'cy', 'di', 'ed', 'flo')),
        tag: fc.option(fc.constantFrom('A', 'B', 'C', 'RUN', 'GONE')),
        created: fc.integer({ min: 0, max: 20 }),
        ended: fc.option(fc.integer({ min: 5, max: 25 })),
        blocked: fc.boolean(),
      }),
      { minLength: count, maxLength: count },
    )
    .map((rows) =>
      rows.map((row, index): WorkItem => {
        const closed = row.outcome === 'done' || row.outcome === 'dropped';
        return { ...row, id: index + 1, outcome: row.outcome, ended: closed ? row.ended : null };
      }),
    ),
);
