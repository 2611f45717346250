import { sizeOf, sizeProblem } from '../../../src/domain/strategy/caps';
import { keyOfIssue } from '../../../src/domain/strategy/objectiveKey';

const sized = (stated: number, issues: number) =>
  sizeOf(
    Array.from({ length: stated + issues }, (_, at) => ({
      objective: { key: at < stated ? `OBJ-${at}` : keyOfIssue(String(at)), title: '' },
      keyResults: [],
    })),
  );

test('a strategy that would be too large is told with what to do, be it stated or made in Jira', () => {
  expect(sizeProblem(sized(1_999, 0), sized(2_000, 0))).toBeNull();
  expect(sizeProblem(sized(2_000, 0), sized(2_001, 0))).toBe(
    'A strategy holds at most 2,000 objectives. Delete drafts that nobody needs, or state less',
  );
  expect(sizeProblem(sized(10, 2_345), sized(11, 2_345))).toBe(
    'A strategy holds at most 2,000 objectives, and 2,345 issues of the types that an admin named are objectives. Ask a Jira admin to name types that have fewer issues, or state less',
  );
  // What is there may be changed.
  expect(sizeProblem(sized(10, 2_345), sized(10, 2_345))).toBeNull();
});
