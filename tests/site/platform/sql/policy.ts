import { remember } from '../../remember';
import { type Token, is, reads, tokenize } from './tokens';

const DATA = ['SELECT', 'WITH', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'EXPLAIN', 'DESCRIBE', 'DESC'];
const SCHEMA = ['CREATE', 'ALTER', 'DROP', 'TRUNCATE', 'RENAME'];
const SHOWN = ['TABLES', 'COLUMNS', 'INDEX', 'INDEXES', 'KEYS', 'CREATE', 'VARIABLES', 'WARNINGS'];
const REFUSED_FUNCTIONS = /^(SLEEP|BENCHMARK|SHA2|AES_\w+)$/i;

/**
 * Why Forge SQL would refuse a statement before the database sees it, or null.
 * It takes one statement a call, changes of the schema at an endpoint of their own, and neither what its query policy
 * names nor what TiDB does not have (PLATFORM.md: limits of Forge SQL).
 */
export function refusal(query: string, schemaEndpoint: boolean): string | null {
  return schemaEndpoint ? ofSchema(query) : ofData(query);
}

const ofSchema = remember((query) => findRefusal(query, true));
const ofData = remember((query) => findRefusal(query, false));

function findRefusal(query: string, schemaEndpoint: boolean): string | null {
  const tokens = tokenize(query);
  const end = tokens.findIndex((token) => is(token, ';'));
  const first = tokens[0]?.text.toUpperCase() ?? '';
  if (tokens.length === 0 || end === 0) return 'There is no statement.';
  if (end >= 0 && end < tokens.length - 1) return 'Only one statement may be sent at a time.';
  if (first === 'SHOW') {
    const shown = tokens[1]?.text.toUpperCase() ?? '';
    if (!SHOWN.includes(shown)) return `SHOW ${shown} is not permitted.`;
  } else if (SCHEMA.includes(first)) {
    if (!schemaEndpoint) return `${first} is a change of the schema: use executeDDL.`;
  } else if (!DATA.includes(first)) {
    return `${first} is not permitted.`;
  }
  for (let at = 1; at < tokens.length; at++) {
    const reason = refusedAt(tokens, at, SCHEMA.includes(first));
    if (reason) return reason;
  }
  return null;
}

function refusedAt(tokens: Token[], at: number, schema: boolean): string | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  if (is(token, 'RETURNING')) return 'RETURNING is not supported.';
  if (REFUSED_FUNCTIONS.test(token.text) && is(tokens[at + 1], '(')) return `${token.text} is not permitted.`;
  if (!schema) return null;
  if (reads(tokens, at, 'FOREIGN', 'KEY') || is(token, 'REFERENCES')) return 'Foreign keys are not supported.';
  if (is(tokens[1], 'TABLE') && is(token, 'SELECT')) return 'CREATE TABLE … AS SELECT is not supported.';
  return null;
}
