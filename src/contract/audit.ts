import type { Act, AuditPlace, SettingChange } from '../domain/audit';
import type { Answer } from './common';

export type { Act, AuditPlace, SettingChange };

/** Who did what, when. `by`: account id; `null`: the person was erased */
export type AuditLine = { id: number; at: string; by: string | null; act: Act };

/** Newest first. `next`: where the next page begins; `null`: there is none */
export type AuditPage = { lines: AuditLine[]; next: AuditPlace | null };

export type AuditCalls = {
  /** Jira admins. A page of 50. */
  auditLog: (payload: { before: AuditPlace | null }) => Answer<AuditPage>;
  /** Jira admins. The newest 20,000 lines as CSV. */
  exportAuditLog: (payload: Record<string, never>) => Answer<{ csv: string }>;
};
