import { z } from 'zod';
import { decisionsMade } from '../domain/audit';
import { droppedWork, endedWork } from '../insight/admin/droppedWork';
import { decisionsShape } from '../settings/droppedDecisions';
import { addAuditLine } from '../store/runs/auditLines';
import { applyDecisions } from '../sync/applyDecisions';
import { answering } from './answering';
import { cursor } from './payloads';

/** Calls of the admin page's tab about dropped work. */
export const droppedCalls = {
  droppedWork: answering('droppedWork', z.object({}), () => droppedWork()),

  endedWork: answering('endedWork', z.object({ after: cursor }), ({ payload }) => endedWork(payload.after)),

  saveDropped: answering('saveDropped', decisionsShape, async ({ payload, visitor, now }) => {
    if (await applyDecisions(payload, now)) await addAuditLine(decisionsMade(payload), visitor.account, now);
    return payload;
  }),
};
