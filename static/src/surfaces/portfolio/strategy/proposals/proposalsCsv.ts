import type { CsvColumn } from '../../../../shared/csv/columns';
import type { ShownProposal } from './useProposals';

/** The columns of the file of proposed epics. `nameOf`: names a person by account id */
export const proposalsCsv = (nameOf: (accountId: string | null) => string): CsvColumn<ShownProposal>[] => [
  { head: 'key', value: ({ issue }) => issue.key },
  { head: 'summary', value: ({ issue }) => issue.summary },
  { head: 'status', value: ({ issue }) => issue.status.name },
  { head: 'project', value: ({ project }) => project?.name ?? null },
  { head: 'proposed by', value: ({ proposal }) => nameOf(proposal.proposedBy) },
  { head: 'proposed at', value: ({ proposal }) => proposal.proposedAt },
  { head: 'note', value: ({ proposal }) => proposal.note },
  { head: 'state', value: ({ proposal }) => proposal.state },
  { head: 'objective', value: ({ proposal }) => proposal.objective?.key ?? null },
  { head: 'decided by', value: ({ proposal }) => (proposal.decidedAt === null ? null : nameOf(proposal.decidedBy)) },
  { head: 'decided at', value: ({ proposal }) => proposal.decidedAt },
  { head: 'reason', value: ({ proposal }) => proposal.reason },
];
