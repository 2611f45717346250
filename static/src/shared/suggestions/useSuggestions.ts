import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PastLinks } from '../../../../src/contract';
import type { LinkedUnit } from '../../../../src/domain/suggestions/evidence';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { ask } from '../ask';
import { type IssueFacts, readFacts } from '../jira/issueFacts';
import { queryKeyOf } from '../queries';
import type { Learned, Suggested } from './learned';
import type { Nearby } from './nearby';

/** Where suggestions are learned: around the page's issue, in its project, or in all that the viewer may browse. */
export type LearnedIn = 'issue' | 'project' | 'portfolio';

const READ: Record<LearnedIn, () => Promise<PastLinks>> = {
  issue: () => ask('pastLinksAroundIssue', {}),
  project: () => ask('pastLinksInProject', {}),
  portfolio: () => ask('pastLinksInPortfolio', {}),
};

/** How long what was learned holds. A page of a moment does not learn again. */
const HOLDS_MS = 15 * MINUTE_MS;

/**
 * What past links teach. Their texts are read from Jira as the viewer, indexed in the page, and neither stored nor sent
 * anywhere. @param isWanted without, nothing is read
 */
export function useLearned(
  where: LearnedIn,
  isWanted = true,
): { learned: Learned | null; fields: PastLinks['fields'] | null } {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: queryKeyOf('learned', where),
    queryFn: async () => {
      const { links, candidates, fields } = await READ[where]();
      const facts = await readFacts(
        client,
        links.map(({ id }) => id),
        fields,
      );
      const linked = links.flatMap(({ id, objective }): LinkedUnit[] => {
        const unit = facts.get(id)?.unit;
        return unit ? [{ ...unit, objective }] : [];
      });
      const { learn } = await import('./learned');
      return { learned: learn(linked, candidates), fields };
    },
    enabled: isWanted,
    staleTime: HOLDS_MS,
    structuralSharing: false,
  });
  return data ?? { learned: null, fields: null };
}

/** Suggests for units that were read already; `null`: nothing is sure enough, or known yet. */
export const suggestedFor = (units: readonly Pick<IssueFacts, 'unit'>[], learned: Learned | null): Suggested | null =>
  learned?.suggest(
    units.map(({ unit }) => unit),
    Date.now(),
  ) ?? null;

/** What issues probably serve, and what work like them serves already; the issues are read as the viewer. */
export function useSuggestionFor(
  ids: readonly string[],
  where: LearnedIn,
): { suggested: Suggested | null; nearby: readonly Nearby[] } {
  const client = useQueryClient();
  const { learned, fields } = useLearned(where, ids.length > 0);
  const { data } = useQuery({
    queryKey: queryKeyOf('issueFacts', ids),
    queryFn: async () => {
      const facts = fields && (await readFacts(client, ids, fields));
      return ids.flatMap((id) => facts?.get(id) ?? []);
    },
    enabled: fields !== null && ids.length > 0,
  });
  return useMemo(() => {
    const units = data ?? [];
    return { suggested: suggestedFor(units, learned), nearby: nearbyFor(units, learned) };
  }, [data, learned]);
}

/** What work like these units serves already. */
export const nearbyFor = (units: readonly Pick<IssueFacts, 'unit'>[], learned: Learned | null): readonly Nearby[] =>
  learned?.nearby(units.map(({ unit }) => unit)) ?? [];
