import { Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { useQuery } from '@tanstack/react-query';
import type { Payload } from '../../../shared/ask';
import { asking } from '../../../shared/queries';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { Loading } from '../../../shared/Loading';
import { RouteLink } from '../routing/RouteLink';
import { impactInWords } from './impactWords';

/** What another parent or status would do to the work on an objective. */
export function ImpactPreview({ change }: { change: Payload<'objectiveImpact'> }) {
  const format = useFormat();
  const impact = useQuery(asking('objectiveImpact', change));
  if (impact.isPending) return <Loading lines={3} label="Working out what this change does" />;
  if (impact.isError) return <ErrorState error={impact.error} retry={() => void impact.refetch()} />;
  const sentences = impactInWords(impact.data, format);
  return (
    <div role="status">
      <SectionMessage
        appearance={impact.data.becomeStale > 0 ? 'warning' : 'information'}
        title={sentences.length > 0 ? 'What this change does' : 'This changes no figure'}
      >
        {sentences.length > 0 ? (
          <Stack as="ul" space="space.075">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Stack>
        ) : (
          <p>No work, planned share or chain of objectives is touched.</p>
        )}
        {impact.data.becomeStale > 0 && (
          <p>
            <RouteLink to="/triage">After that, give it another objective under Unlinked work</RouteLink>
          </p>
        )}
      </SectionMessage>
    </div>
  );
}
