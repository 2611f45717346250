import { type AppManifest, readManifest } from './manifest';
import { ENVIRONMENT_ID } from './runtime';
import type { AppField } from '../../jira/model';

/** The custom fields of an app's manifest, as its Jira knows them. */
export const appFieldsOf = ({ appId, modules }: AppManifest): AppField[] =>
  modules['jira:customField'].map(({ key, name, description, schema, edit }) => ({
    moduleKey: key,
    name,
    description,
    appId,
    environmentId: ENVIRONMENT_ID,
    properties: schema?.properties ?? {},
    required: schema?.required,
    parser: edit?.parser?.expression,
    validation: edit?.validation,
  }));

/** This app's fields, for tests of the Jira side alone. */
export const ourAppFields = (): AppField[] => appFieldsOf(readManifest(process.cwd()));
