import { z } from 'zod';
import type { Measure } from '../contract';
import { dayOf } from '../domain/time/day';
import { inheritedObjective } from '../insight/issue/inheritedObjective';
import { issueAlignment } from '../insight/issue/issueAlignment';
import { objectiveIssues } from '../insight/issue/objectiveIssues';
import { objectiveTitle } from '../insight/issue/objectiveTitle';
import { searchObjectives } from '../insight/issue/searchObjectives';
import { whyItMatters } from '../insight/issue/whyItMatters';
import { pastLinks } from '../insight/pastLinks';
import { howLinked } from '../linking/linkIssues';
import { moveTagToParent } from '../linking/moveTagToParent';
import { tagIssue } from '../linking/tagIssue';
import type { Visitor } from '../access/admit';
import type { Projected } from '../store/work/findWorkItems';
import { readBehind } from '../sync/follow/readBehind';
import { answering } from './answering';
import * as payloads from './payloads';

/** @param stored the issue and its ancestors, as stored */
const shown = (visitor: Visitor<'issue'>, stored: readonly Projected[], measure: Measure, now: number) =>
  issueAlignment(
    {
      issue: visitor.issue,
      stored,
      canEdit: visitor.canEdit,
      measure,
      sight: visitor,
      reading: visitor.reading,
    },
    now,
  );

/** Fewer than on a page: an issue's panel is opened often, and reads them from Jira each time. */
const LINKS_AROUND_ISSUE = 200;

/** Calls of the field, and of the issue's panel and context. */
export const issueCalls = {
  searchObjectives: answering('searchObjectives', z.object({ query: payloads.query }), ({ payload }) =>
    searchObjectives(payload.query),
  ),

  objectiveIssues: answering('objectiveIssues', z.object({}), ({ visitor: { browsable } }) =>
    objectiveIssues(browsable),
  ),

  objectiveTitle: answering('objectiveTitle', z.object({ key: payloads.key }), ({ payload }) =>
    objectiveTitle(payload.key),
  ),

  inheritedObjective: answering('inheritedObjective', z.object({}), ({ visitor }) => inheritedObjective(visitor)),

  issueAlignment: answering(
    'issueAlignment',
    z.object({ measure: payloads.measure, behind: z.boolean().optional() }),
    async ({ payload: { measure, behind = false }, visitor, now }) => {
      const isCurrent = !behind && visitor.stored.length > 0;
      return shown(
        visitor,
        isCurrent ? visitor.stored : await readBehind(visitor.issue, visitor.account, now),
        measure,
        now,
      );
    },
  ),

  pastLinksAroundIssue: answering('pastLinksAroundIssue', z.object({}), ({ visitor: { stored, seesTotals } }) =>
    pastLinks(
      stored.slice(0, 1).map(({ project }) => project),
      { limit: LINKS_AROUND_ISSUE, seesOwners: seesTotals },
    ),
  ),

  whyItMatters: answering('whyItMatters', z.object({}), ({ visitor, now }) => {
    const asOf = dayOf(now, visitor.reading?.timeZone ?? 'UTC');
    return whyItMatters({ stored: visitor.stored, sight: visitor, settings: visitor.settings }, asOf);
  }),

  tagIssue: answering(
    'tagIssue',
    z.object({ tag: payloads.tag.nullable(), measure: payloads.measure, isSuggested: z.boolean().optional() }),
    async ({ payload: { tag, measure, isSuggested = false }, visitor, now }) => {
      const tagger = { how: howLinked(isSuggested), by: visitor.account };
      return shown(visitor, await tagIssue(visitor.issue, tag, tagger, now), measure, now);
    },
  ),

  moveTagToParent: answering(
    'moveTagToParent',
    z.object({ measure: payloads.measure }),
    async ({ payload, visitor, now }) =>
      shown(visitor, await moveTagToParent(visitor.issue, visitor.account, now), payload.measure, now),
  ),
};
