import type { AppField } from './model';

/** The app's field, for tests of the Jira side alone; a whole site takes it from the manifest. */
export const OBJECTIVE_FIELD: AppField = {
  moduleKey: 'strategic-objective',
  name: 'Strategic objective',
  description: '',
  appId: 'app',
  environmentId: 'env',
  properties: { key: { type: 'string' }, name: { type: 'string' } },
};
