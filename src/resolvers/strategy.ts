import { z } from 'zod';
import { candidates } from '../insight/portfolio/candidates';
import { decideCandidate } from '../linking/decideCandidate';
import { siteSettings } from '../settings/siteSettings';
import { archiveObjective } from '../strategy/edit/archiveObjective';
import { checkIn } from '../strategy/edit/checkIn';
import { dueCheckIns } from '../strategy/edit/dueCheckIns';
import { exportStrategy } from '../strategy/file/exportStrategy';
import { importFile } from '../strategy/file/importFile';
import { moveObjective } from '../strategy/edit/moveObjective';
import { objectiveImpact } from '../strategy/edit/objectiveImpact';
import { saveObjective } from '../strategy/edit/saveObjective';
import { strategy } from '../strategy/edit/stated';
import { answering } from './answering';
import * as payloads from './payloads';
import * as shapes from './strategyShapes';

const { key, revision } = shapes;
const nothing = z.object({});

/** What the pages that keep the strategy ask. */
export const strategyCalls = {
  strategy: answering('strategy', nothing, () => strategy()),

  saveObjective: answering(
    'saveObjective',
    z.object({ key: z.string(), revision: revision.nullable(), objective: shapes.objective }),
    ({ payload, visitor, now }) => saveObjective(payload, visitor.account, now),
  ),

  moveObjective: answering(
    'moveObjective',
    z.object({ key, revision, parent: key.nullable(), before: key.nullable() }),
    ({ payload, visitor, now }) => moveObjective(payload, visitor.account, now),
  ),

  archiveObjective: answering(
    'archiveObjective',
    z.object({ key, revision, archived: z.boolean() }),
    ({ payload, visitor, now }) => archiveObjective(payload, visitor.account, now),
  ),

  objectiveImpact: answering(
    'objectiveImpact',
    z.object({ key, parent: key.nullable(), status: shapes.status }),
    ({ payload }) => objectiveImpact(payload),
  ),

  checkIn: answering('checkIn', shapes.checkIn, ({ payload, visitor, now }) => checkIn(payload, visitor.account, now)),

  dueCheckIns: answering('dueCheckIns', nothing, async ({ visitor, now }) =>
    dueCheckIns(visitor.account, (await siteSettings()).cadenceDays, now),
  ),

  exportStrategy: answering('exportStrategy', nothing, () => exportStrategy()),

  importStrategy: answering(
    'importStrategy',
    z.object({ csv: shapes.csv, apply: z.boolean() }),
    ({ payload: { csv, apply }, visitor, now }) => importFile(csv, apply, visitor.account, now),
  ),

  candidates: answering('candidates', nothing, ({ visitor }) => candidates(visitor.browsable)),

  decideCandidate: answering(
    'decideCandidate',
    z.object({
      issueId: payloads.issueId,
      decision: z.union([z.object({ accept: key }), z.object({ decline: payloads.remark })]),
    }),
    async ({ payload: { issueId, decision }, visitor, now }) => {
      await decideCandidate({ issueId: Number(issueId), decision }, visitor.account, now);
      return candidates(visitor.browsable);
    },
  ),
};
