import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { jiraExpression } from '../../jira/expressions/evaluate';
import { remember } from '../../remember';

const manifestModule = z.looseObject({
  key: z.string(),
  title: z.string().optional(),
  resource: z.string().optional(),
  resolver: z.object({ function: z.string() }).optional(),
});

/** A page of its own in Jira, by default with a title and margins around it. `basic` is deprecated, and so refused. */
const page = manifestModule.extend({ layout: z.enum(['native', 'blank']).default('native') });

const property = z.object({
  type: z.string(),
  searchAlias: z.string().optional(),
  minLength: z.number().optional(),
  pattern: z.string().optional(),
});

/** A Jira expression. A deployment with an invalid one fails. */
const expression = z.string().superRefine((text, context) => {
  try {
    jiraExpression(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});

const customField = manifestModule.extend({
  name: z.string(),
  description: z.string(),
  schema: z
    .object({ properties: z.record(z.string(), property), required: z.array(z.string()).default([]) })
    .optional(),
  view: z.looseObject({ formatter: z.object({ expression }).optional() }).optional(),
  edit: z
    .looseObject({
      parser: z.object({ expression }).optional(),
      validation: z.object({ expression, errorMessage: z.string().optional() }).optional(),
    })
    .optional(),
});

/** A JQL function, for the fields and operators that this app's are for. */
const jqlFunction = z.strictObject({
  key: z.string(),
  name: z.string().min(1).max(255),
  arguments: z.array(z.strictObject({ name: z.string().min(1).max(255), required: z.boolean() })),
  types: z.array(z.enum(['issue'])).min(1),
  operators: z.array(z.enum(['in', 'not in'])).min(1),
  function: z.string(),
});

const manifest = z.object({
  app: z.object({ id: z.string() }),
  permissions: z.object({ scopes: z.array(z.string()).default([]) }).optional(),
  resources: z.array(z.object({ key: z.string(), path: z.string() })).default([]),
  modules: z.looseObject({
    'jira:customField': z.array(customField).default([]),
    'jira:issueContext': z.array(manifestModule).default([]),
    'jira:issuePanel': z.array(manifestModule).default([]),
    'jira:projectPage': z.array(page).default([]),
    // Jira allows one of each.
    'jira:globalPage': z.array(page).max(1).default([]),
    'jira:adminPage': z.array(page).max(1).default([]),
    function: z.array(
      z.object({ key: z.string(), handler: z.string(), timeoutSeconds: z.number().max(900).optional() }),
    ),
    trigger: z
      .array(
        z.object({
          key: z.string(),
          function: z.string(),
          events: z.array(z.string()),
          filter: z.object({ ignoreSelf: z.boolean().default(false) }).optional(),
        }),
      )
      .default([]),
    'jira:jqlFunction': z.array(jqlFunction).default([]),
    consumer: z.array(z.object({ key: z.string(), queue: z.string(), function: z.string() })).default([]),
    scheduledTrigger: z
      .array(
        z.object({ key: z.string(), function: z.string(), interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) }),
      )
      .default([]),
  }),
});

const PAGE_TYPES = [
  'jira:customField',
  'jira:issueContext',
  'jira:issuePanel',
  'jira:projectPage',
  'jira:globalPage',
  'jira:adminPage',
] as const;

type Modules = z.infer<typeof manifest>['modules'];

/** A module with a page. `type`: its type in the page's context */
type PageModule = {
  type: string;
  key: string;
  title: string;
  layout: 'native' | 'blank';
  resolver: string | undefined;
};

export type AppManifest = {
  /** The id without its ARI. */
  appId: string;
  scopes: string[];
  modules: Modules;
  pages: PageModule[];
};

/**
 * Parses the part of `manifest.yml` that the platform acts on, into a new object each time.
 * @throws if Forge would refuse it
 */
export const readManifest = (folder: string): AppManifest => ({ ...manifestOf(folder) });

const manifestOf = remember((folder: string): AppManifest => {
  const { app, permissions, modules } = manifest.parse(parse(readFileSync(join(folder, 'manifest.yml'), 'utf8')));
  return {
    appId: app.id.slice(app.id.lastIndexOf('/') + 1),
    scopes: permissions?.scopes ?? [],
    modules,
    pages: PAGE_TYPES.flatMap((type) =>
      modules[type].map(({ key, title, resolver, ...rest }) => ({
        type,
        key,
        title: title ?? (typeof rest.name === 'string' ? rest.name : key),
        layout: rest.layout === 'blank' ? 'blank' : 'native',
        resolver: resolver?.function,
      })),
    ),
  };
});
