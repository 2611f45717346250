import { Stack } from '@atlaskit/primitives/compiled';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { UnlinkedPart } from '../../../../../src/contract';
import { ask } from '../../../shared/ask';
import { useChoice } from '../../../shared/routing/address';
import { useLook } from '../../../shared/routing/look';
import { queryKeyOf } from '../../../shared/queries';
import { Switch } from '../../../shared/Switch';
import { type TriageScope, TriageScopeProvider } from '../../../shared/triage/scope';
import { TriageCard } from '../../../shared/triage/TriageCard';

const PARTS: { value: UnlinkedPart; name: string }[] = [
  { value: 'all', name: 'All' },
  { value: 'effort', name: 'Effort' },
  { value: 'planned', name: 'Planned' },
];

/** Triage of every project that the viewer may browse. */
function usePortfolioTriage(): TriageScope {
  const client = useQueryClient();
  return useMemo(
    () => ({
      name: ['portfolio'],
      learnedIn: 'portfolio',
      where: 'in the projects that you may browse',
      isFiltered: false,
      isPart: false,
      read: (look, cursor) => ask('undecidedInPortfolio', { ...look, cursor }),
      largest: null,
      link: (payload) => ask('linkInPortfolio', payload),
      unlink: (payload) => ask('unlinkInPortfolio', payload),
      defer: (payload) => ask('deferInPortfolio', payload),
      onChanged: () => client.invalidateQueries({ queryKey: queryKeyOf('portfolio') }),
    }),
    [client],
  );
}

/** Where few decisions align much, over projects. */
export default function TriagePage() {
  const look = useLook();
  const [chosen, choose] = useChoice('part');
  const part = PARTS.find(({ value }) => value === chosen)?.value ?? 'all';
  const scope = usePortfolioTriage();
  return (
    <Stack space="space.200">
      <Switch label="Work" options={PARTS} value={part} onChange={(value) => choose(value === 'all' ? null : value)} />
      <TriageScopeProvider value={scope}>
        <TriageCard look={{ ...look, part }} />
      </TriageScopeProvider>
    </Stack>
  );
}
