import SectionMessage from '@atlaskit/section-message';
import type { PortfolioBasis } from '../../../../../src/contract';
import { useFormat } from '../../../shared/host';
import { coverageOf } from '../explain/coverage';

/** Which projects the totals cover. Nothing if the viewer may browse all. */
export function Coverage({ basis }: { basis: PortfolioBasis }) {
  const format = useFormat();
  if (basis.hiddenProjects === 0) return null;
  const text = coverageOf(basis, format);
  return basis.covers === 'all' ? (
    <p className="small">{text}</p>
  ) : (
    <SectionMessage appearance="information" title="These totals are not of the whole site">
      <p>{text} Ask a Jira admin for Browse projects there to see the whole.</p>
    </SectionMessage>
  );
}
