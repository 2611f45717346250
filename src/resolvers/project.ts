import { z } from 'zod';
import type { Coverage } from '../domain/work/coverage';
import { pastLinks } from '../insight/pastLinks';
import { countedInProject } from '../insight/project/countedInProject';
import { unlinkedEpics } from '../insight/project/unlinkedEpics';
import { pastProject } from '../insight/project/pastProject';
import { projectAlignment } from '../insight/project/projectAlignment';
import { projectFilters } from '../insight/project/projectFilters';
import { rolledUpProject } from '../insight/project/rolledUpProject';
import { triage } from '../insight/project/triage';
import { undecidedInProject } from '../insight/project/undecidedInProject';
import { unlinkedWork } from '../insight/project/unlinkedWork';
import { deferWork } from '../linking/deferWork';
import { linkIssues, unlinkIssues } from '../linking/linkIssues';
import { proposeEpic } from '../linking/proposeEpic';
import { answering } from './answering';
import * as payloads from './payloads';

type OnPage = { project: { id: number }; account: string };

/** Who sets work of the page's project aside. */
const deferrerIn = ({ project, account }: OnPage) => ({ projects: new Set([project.id]), account });

/**
 * Who links issues of the page's project, or of any other in scope that they may browse: the epics that its work is below
 * may be there.
 */
const linkerIn = ({ project, coverage, account }: OnPage & { coverage: Coverage }) => ({
  projects: new Set([project.id, ...coverage.browsable]),
  account,
});

/** Calls of the project page. */
export const projectCalls = {
  projectAlignment: answering(
    'projectAlignment',
    z.object({ window: payloads.window, measure: payloads.measure, filter: payloads.filter }),
    ({ payload, visitor, now }) =>
      projectAlignment(
        {
          ...payload,
          project: rolledUpProject(visitor.project.state),
          sight: visitor,
          // Reviews are of the portfolio.
          lastReview: visitor.seesTotals ? visitor.lastReview : null,
        },
        now,
      ),
  ),

  projectFilters: answering('projectFilters', z.object({}), ({ visitor }) => projectFilters(visitor.project.id)),

  unlinkedWork: answering(
    'unlinkedWork',
    z.object({ window: payloads.window, part: payloads.part, filter: payloads.filter, cursor: payloads.cursor }),
    ({ payload, visitor }) => unlinkedWork({ ...payload, project: rolledUpProject(visitor.project.state) }),
  ),

  triage: answering(
    'triage',
    z.object({ window: payloads.window, measure: payloads.measure, part: payloads.part }),
    ({ payload, visitor }) => triage({ ...payload, project: rolledUpProject(visitor.project.state) }),
  ),

  undecidedInProject: answering(
    'undecidedInProject',
    z.object({
      window: payloads.window,
      measure: payloads.measure,
      part: payloads.part,
      filter: payloads.filter,
      cursor: payloads.place,
    }),
    ({ payload, visitor }) => undecidedInProject(payload, rolledUpProject(visitor.project.state)),
  ),

  pastLinksInProject: answering('pastLinksInProject', z.object({}), ({ visitor: { project, seesTotals } }) =>
    pastLinks([project.id], { limit: payloads.MOST_PAST_LINKS, seesOwners: seesTotals }),
  ),

  countedInProject: answering(
    'countedInProject',
    z.object({
      window: payloads.window,
      measure: payloads.measure,
      filter: payloads.filter,
      counted: payloads.counted,
      cursor: payloads.place,
    }),
    ({ payload, visitor }) => countedInProject(payload, rolledUpProject(visitor.project.state)),
  ),

  pastProject: answering(
    'pastProject',
    z.object({ window: payloads.window, measure: payloads.measure, day: payloads.day }),
    ({ payload, visitor }) => pastProject({ ...payload, project: rolledUpProject(visitor.project.state) }),
  ),

  linkIssues: answering('linkIssues', payloads.linked, ({ payload, visitor, now }) =>
    linkIssues(payload.issueIds, payload, linkerIn(visitor), now),
  ),

  unlinkIssues: answering('unlinkIssues', payloads.unlinked, ({ payload, visitor, now }) =>
    unlinkIssues(payload.issueIds, payload, linkerIn(visitor), now),
  ),

  deferInProject: answering('deferInProject', payloads.deferred, ({ payload, visitor, now }) =>
    deferWork(payload.issueIds, payload.deferral, deferrerIn(visitor), now),
  ),

  unlinkedEpics: answering('unlinkedEpics', z.object({}), ({ visitor }) => unlinkedEpics(visitor.project.id, visitor)),

  proposeEpic: answering(
    'proposeEpic',
    z.object({ issueId: payloads.issueId, proposal: z.object({ note: payloads.remark }).nullable() }),
    async ({ payload: { issueId, proposal }, visitor, now }) => {
      await proposeEpic({ issueId: Number(issueId), proposal }, visitor.project, visitor, now);
      return unlinkedEpics(visitor.project.id, visitor);
    },
  ),
};
