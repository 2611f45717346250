import { useQuery } from '@tanstack/react-query';
import type { IssueAlignment } from '../../../../src/contract';
import { LinkedBy } from '../../shared/linked/LinkedBy';
import { readLinked } from '../../shared/linked/linked';
import { queryKeyOf } from '../../shared/queries';

/** Who gave the issue that the objective comes from its tag. Nothing, where the viewer may not see that issue. */
export function LinkedLine({ alignment }: { alignment: IssueAlignment }) {
  const { issueId, provenance, field, asOf } = alignment;
  const source = provenance.kind === 'direct' ? issueId : provenance.kind === 'inherited' ? provenance.fromId : null;
  const origin = 'origin' in provenance ? provenance.origin : null;
  const { data } = useQuery({
    queryKey: queryKeyOf('linked', source, origin, asOf),
    queryFn: async () => (await readLinked(source === null ? [] : [{ id: source, origin }], field)).get(source ?? ''),
    // The line stays while it is read again.
    placeholderData: (before) => before,
    enabled: source !== null,
  });
  if (source === null || !data) return null;
  return (
    <p className="subtle">
      Linked{data.how === 'created' ? ' ' : ' by '}
      <LinkedBy linked={data} />
    </p>
  );
}
