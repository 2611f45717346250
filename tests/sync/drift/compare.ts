/** Lists by name, in which the order tells nothing. */
type Lists = Readonly<Record<string, readonly unknown[]>>;

/** Throws where two are not alike, telling what is in one of them only. */
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

/** Whatever order the keys are in. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What is left of the first when each line of the second is taken out once. */
const without = (lines: readonly string[], taken: readonly string[]): string[] => {
  const left = [...lines];
  for (const line of taken) {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
};
