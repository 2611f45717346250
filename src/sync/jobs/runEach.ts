/**
 * Runs every part, even if one before it fails.
 * @throws at the end what the part that failed threw, or `AggregateError` with all failures
 */
export const runEach = async (...parts: readonly (() => Promise<unknown>)[]): Promise<void> => {
  const failures: unknown[] = [];
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      failures.push(...partsOf(error));
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, 'Several parts failed.');
  if (failures.length > 0) throw failures[0];
};

/** The failures of which an error tells, each by itself. */
export const partsOf = (error: unknown): unknown[] => (error instanceof AggregateError ? error.errors : [error]);
