import { z } from 'zod';
import { candidateEpics } from '../insight/project/candidateEpics';
import { projectAlignment } from '../insight/project/projectAlignment';
import { projectFilters } from '../insight/project/projectFilters';
import { rolledUpProject } from '../insight/project/rolledUpProject';
import { unlinkedWork } from '../insight/project/unlinkedWork';
import { linkIssues } from '../linking/linkIssues';
import { proposeEpic } from '../linking/proposeEpic';
import { answering } from './answering';
import * as shapes from './payloads';

/** What the project page asks. */
export const projectCalls = {
  projectAlignment: answering(
    'projectAlignment',
    z.object({ window: shapes.window, measure: shapes.measure, filter: shapes.filter }),
    ({ payload, visitor }) =>
      projectAlignment({ ...payload, project: rolledUpProject(visitor.project.state), sight: visitor }),
  ),

  projectFilters: answering('projectFilters', z.object({}), ({ visitor }) => projectFilters(visitor.project.id)),

  unlinkedWork: answering(
    'unlinkedWork',
    z.object({ window: shapes.window, part: shapes.part, filter: shapes.filter, cursor: shapes.cursor }),
    ({ payload, visitor }) => unlinkedWork({ ...payload, project: rolledUpProject(visitor.project.state) }),
  ),

  linkIssues: answering(
    'linkIssues',
    z.object({ issueIds: shapes.issueIds, to: shapes.tag }),
    ({ payload, visitor, now }) => linkIssues(payload.issueIds, payload.to, visitor.project, now),
  ),

  candidateEpics: answering('candidateEpics', z.object({}), ({ visitor }) =>
    candidateEpics(visitor.project.id, visitor.visible),
  ),

  proposeEpic: answering(
    'proposeEpic',
    z.object({ issueId: shapes.issueId, proposal: z.object({ note: shapes.remark }).nullable() }),
    async ({ payload: { issueId, proposal }, visitor: { project, account, visible }, now }) => {
      await proposeEpic({ issueId: Number(issueId), proposal }, project, account, now);
      return candidateEpics(project.id, visible);
    },
  ),
};
