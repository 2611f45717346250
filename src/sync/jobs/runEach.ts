/** Does each part, whatever comes of those before it, so that one that fails for good stops none of the others. Throws the first failure at the end. */
export const runEach = async (...parts: readonly (() => Promise<unknown>)[]): Promise<void> => {
  const failures: unknown[] = [];
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
};
