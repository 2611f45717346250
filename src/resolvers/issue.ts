import { z } from 'zod';
import { inheritedObjective } from '../insight/inheritedObjective';
import { issueAlignment } from '../insight/issueAlignment';
import { searchObjectives } from '../insight/searchObjectives';
import { tagIssue } from '../linking/tagIssue';
import { answering } from './answering';
import * as shapes from './payloads';

/** What the field and the issue's panel and context ask. */
export const issueCalls = {
  searchObjectives: answering('searchObjectives', z.object({ query: z.string().max(200) }), ({ payload }) =>
    searchObjectives(payload.query),
  ),

  inheritedObjective: answering('inheritedObjective', z.object({}), ({ visitor }) => inheritedObjective(visitor.issue)),

  issueAlignment: answering('issueAlignment', z.object({ measure: shapes.measure }), ({ payload, visitor, now }) =>
    issueAlignment({ ...visitor, measure: payload.measure }, now),
  ),

  tagIssue: answering(
    'tagIssue',
    z.object({ tag: shapes.tag.nullable(), measure: shapes.measure }),
    async ({ payload, visitor, now }) => {
      await tagIssue(visitor.issue, payload.tag, now);
      return issueAlignment({ ...visitor, measure: payload.measure }, now);
    },
  ),
};
