/** Lists by name, whose order does not matter. */
type Lists = Readonly<Record<string, readonly unknown[]>>;

/**
 * Compares two.
 * @throws if they differ, with what only one of them has
 */
export const expectSame = (what: string, held: Lists, right: Lists): void => {
  const differing = Object.keys({ ...held, ...right }).flatMap((name) => {
    const [is, should] = [linesOf(held[name]), linesOf(right[name])];
    return [
      ...without(is, should).map((line) => `${name} is      ${line}`),
      ...without(should, is).map((line) => `${name} should be ${line}`),
    ];
  });
  if (differing.length > 0) throw new Error([`Not what ${what}:`, ...differing].join('\n'));
};

const linesOf = (list: readonly unknown[] = []): string[] => list.map(textOf);

/** A text that does not depend on the order of keys. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The lines of the first list, less one for each equal line of the second. */
const without = (lines: readonly string[], taken: readonly string[]): string[] => {
  const left = [...lines];
  for (const line of taken) {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
};
