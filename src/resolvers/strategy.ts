import { z } from 'zod';
import { proposedEpics } from '../insight/portfolio/proposedEpics';
import { decideProposal } from '../linking/decideProposal';
import { checkLinks, stateLinks } from '../linking/rules/fileRules';
import { siteSettings } from '../settings/siteSettings';
import { archiveObjective } from '../strategy/edit/archiveObjective';
import { checkIn } from '../strategy/edit/checkIn';
import { deleteObjective } from '../strategy/edit/deleteObjective';
import { dueCheckIns } from '../strategy/edit/dueCheckIns';
import { exportStrategy } from '../strategy/file/exportStrategy';
import { importFile } from '../strategy/file/importFile';
import { moveObjective } from '../strategy/edit/moveObjective';
import { objectiveImpact } from '../strategy/edit/objectiveImpact';
import { saveObjective } from '../strategy/edit/saveObjective';
import { statedObjective, strategy } from '../strategy/edit/stated';
import { answering } from './answering';
import * as payloads from './payloads';
import * as strategyPayloads from './strategyPayloads';

const { key } = payloads;
const { revision } = strategyPayloads;
const nothing = z.object({});

/** Calls that edit the strategy. */
export const strategyCalls = {
  strategy: answering('strategy', nothing, () => strategy()),

  statedObjective: answering('statedObjective', z.object({ key }), ({ payload }) => statedObjective(payload.key)),

  saveObjective: answering(
    'saveObjective',
    z.object({ key: z.string(), revision: revision.nullable(), objective: strategyPayloads.objective }),
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

  deleteObjective: answering('deleteObjective', z.object({ key, revision }), ({ payload, visitor, now }) =>
    deleteObjective(payload, visitor.account, now),
  ),

  objectiveImpact: answering(
    'objectiveImpact',
    z.object({ key, parent: key.nullable(), status: strategyPayloads.status }),
    async ({ payload, visitor }) => objectiveImpact(payload, await visitor.coverage()),
  ),

  checkIn: answering('checkIn', strategyPayloads.checkIn, ({ payload, visitor, now }) =>
    checkIn(payload, visitor.account, now),
  ),

  dueCheckIns: answering('dueCheckIns', nothing, async ({ visitor, now }) =>
    dueCheckIns(visitor.account, (await siteSettings()).cadenceDays, now),
  ),

  exportStrategy: answering('exportStrategy', nothing, () => exportStrategy()),

  importStrategy: answering(
    'importStrategy',
    z.object({ csv: strategyPayloads.csv, apply: z.boolean() }),
    ({ payload: { csv, apply }, visitor, now }) =>
      importFile(csv, apply, visitor.account, now, { check: checkLinks, state: stateLinks }),
  ),

  proposedEpics: answering('proposedEpics', nothing, ({ visitor }) => proposedEpics(visitor.visible)),

  decideProposal: answering(
    'decideProposal',
    z.object({
      issueId: payloads.issueId,
      decision: z.union([z.object({ accept: key }), z.object({ decline: payloads.remark })]),
    }),
    async ({ payload: { issueId, decision }, visitor, now }) => {
      await decideProposal({ issueId: Number(issueId), decision }, visitor, now);
      return proposedEpics(visitor.visible);
    },
  ),
};
