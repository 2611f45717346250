const WRITES =
  /^(?:INSERT(?:\s+IGNORE)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE\s+TABLE)\s+(?:`(\w+)`|(\w+))/i;
/** What changes no rows of a table that is there. */
const WRITES_NOTHING = /^(?:SELECT|SHOW|EXPLAIN|ANALYZE|CREATE|ALTER|DROP)\b/i;

/**
 * The table whose rows a statement changes; `null`: none.
 * @throws if the statement is of a kind that this does not know, so that no change goes unnoticed
 */
export const tableWritten = (query: string): string | null => {
  const text = query.trimStart();
  const [, quoted, plain] = WRITES.exec(text) ?? [];
  const table = quoted ?? plain;
  if (table !== undefined) return table;
  if (WRITES_NOTHING.test(text) || (/^WITH\b/i.test(text) && !/\b(?:UPDATE|DELETE|INSERT)\b/i.test(text))) return null;
  throw new Error(`Which table does this change? ${text.slice(0, 80)}`);
};
