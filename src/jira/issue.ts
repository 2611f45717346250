import { z } from 'zod';
import { jiraId } from './jiraId';

/** A user on an issue; only what the app reads. */
const user = z.object({
  accountId: z.string(),
  active: z.boolean().optional(),
  displayName: z.string().optional(),
  avatarUrls: z.record(z.string(), z.string()).optional(),
});

const named = z.object({ id: z.string(), name: z.string() });

const linked = z.object({
  id: jiraId,
  key: z.string(),
  fields: z.object({ issuetype: z.object({ id: z.string().optional() }).optional() }).optional(),
});

/** A link to another issue, in one of the two directions. */
const link = z.object({
  type: z.object({ id: z.string() }),
  inwardIssue: linked.nullish(),
  outwardIssue: linked.nullish(),
});

/** An issue from search, bulk fetch or "get issue". Custom fields are parsed once their ids are known. */
export const issueShape = z.object({
  id: jiraId,
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().nullish(),
    issuetype: z
      .object({
        id: z.string().optional(),
        name: z.string().optional(),
        iconUrl: z.string().optional(),
        subtask: z.boolean().optional(),
        hierarchyLevel: z.number().int().optional(),
      })
      .optional(),
    project: z.object({ id: jiraId, key: z.string(), name: z.string().optional() }).optional(),
    parent: z.object({ id: jiraId, key: z.string() }).nullish(),
    status: z
      .object({
        id: z.string().optional(),
        name: z.string().optional(),
        statusCategory: z.object({ key: z.string() }).optional(),
      })
      .optional(),
    resolution: z.object({ id: z.string().optional(), name: z.string() }).nullish(),
    resolutiondate: z.string().nullish(),
    statuscategorychangedate: z.string().nullish(),
    created: z.string().optional(),
    updated: z.string().optional(),
    assignee: user.nullish(),
    duedate: z.string().nullish(),
    issuelinks: z.array(link).nullish(),
    components: z.array(named).nullish(),
    fixVersions: z.array(named).nullish(),
  }),
});

export type JiraIssue = z.infer<typeof issueShape>;
