import { z } from 'zod';
import { auditLog, exportAuditLog } from '../insight/admin/auditLog';
import { answering } from './answering';

const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Calls of the admin page's Audit log tab. */
export const auditCalls = {
  auditLog: answering('auditLog', z.object({ before: z.object({ at: whole, id: whole }).nullable() }), ({ payload }) =>
    auditLog(payload.before),
  ),

  exportAuditLog: answering('exportAuditLog', z.object({}), () => exportAuditLog()),
};
