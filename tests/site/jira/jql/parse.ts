import { JastBuilder, JQLSyntaxError, type Clause, type OrderBy } from '@atlaskit/jql-ast';
import { remember } from '../../remember';
import { JiraError } from '../errors';

export type ParsedJql = { where: Clause | null; orderBy: OrderBy | null };

/**
 * Parses JQL with Atlassian's own grammar.
 * @throws JiraError 400 that says where the query is wrong
 */
export const parseJql = remember((jql: string): ParsedJql => {
  const jast = new JastBuilder().build(jql);
  const [error] = jast.errors;
  if (error) {
    const at =
      error instanceof JQLSyntaxError ? ` (line ${error.line}, character ${error.charPositionInLine + 1})` : '';
    throw new JiraError(400, [`Error in the JQL Query: ${error.message}${at}`]);
  }
  return { where: jast.query?.where ?? null, orderBy: jast.query?.orderBy ?? null };
});
