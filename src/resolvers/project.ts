import { z } from 'zod';
import { projectAlignment } from '../insight/projectAlignment';
import { projectFilters } from '../insight/projectFilters';
import { unlinkedWork } from '../insight/unlinkedWork';
import { linkIssues } from '../linking/linkIssues';
import { answering } from './answering';
import * as shapes from './payloads';

/** What the project page asks. */
export const projectCalls = {
  projectAlignment: answering(
    'projectAlignment',
    z.object({ window: shapes.window, measure: shapes.measure, filter: shapes.filter }),
    ({ payload, visitor }) => projectAlignment({ ...payload, project: visitor.project, sight: visitor }),
  ),

  projectFilters: answering('projectFilters', z.object({}), ({ visitor }) => projectFilters(visitor.project.id)),

  unlinkedWork: answering(
    'unlinkedWork',
    z.object({ window: shapes.window, part: shapes.part, filter: shapes.filter, cursor: shapes.cursor }),
    ({ payload, visitor }) => unlinkedWork({ ...payload, project: visitor.project }),
  ),

  linkIssues: answering(
    'linkIssues',
    z.object({ issueIds: shapes.issueIds, to: shapes.tag }),
    ({ payload, visitor, now }) => linkIssues(payload.issueIds, payload.to, visitor.project, visitor.account, now),
  ),
};
