import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The path of Atlassian's OpenAPI document of the Jira platform REST API: from JIRA_OPENAPI, or beside the checkout.
 */
export function findOpenApi(): string | null {
  const named = process.env['JIRA_OPENAPI'];
  if (named) return named;
  const beside = path.resolve('../shared/data/jira-openapi.json');
  return existsSync(beside) ? beside : null;
}
