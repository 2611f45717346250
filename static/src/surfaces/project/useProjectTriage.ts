import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { WorkFilter } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import type { TriageScope } from '../../shared/triage/scope';
import { readAgain } from './useProject';

/** Triage of the page's project, within the page's filter. */
export function useProjectTriage(filter: WorkFilter): TriageScope {
  const client = useQueryClient();
  return useMemo(() => {
    const isPart = Object.keys(filter).length > 0;
    return {
      name: ['project', filter],
      learnedIn: 'project',
      where: 'here',
      isFiltered: true,
      isPart,
      read: (look, cursor) => ask('undecidedInProject', { ...look, filter, cursor }),
      largest: isPart ? null : (look) => ask('triage', look),
      link: (payload) => ask('linkIssues', payload),
      unlink: (payload) => ask('unlinkIssues', payload),
      defer: (payload) => ask('deferInProject', payload),
      onChanged: () => readAgain(client),
    };
  }, [client, filter]);
}
