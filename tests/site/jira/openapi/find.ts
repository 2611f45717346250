import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where Atlassian's OpenAPI document of the Jira platform REST API is: named by JIRA_OPENAPI, or beside the checkout. */
export function findOpenApi(): string | null {
  const named = process.env['JIRA_OPENAPI'];
  if (named) return named;
  const beside = path.resolve('../shared/data/jira-openapi.json');
  return existsSync(beside) ? beside : null;
}
