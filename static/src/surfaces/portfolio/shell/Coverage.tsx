import SectionMessage from '@atlaskit/section-message';
import type { PortfolioBasis } from '../../../../../src/contract';
import { useFormat } from '../../../shared/host';
import { coverageOf } from '../explain/coverage';

/** Which projects the page's figures cover. */
export function Coverage({ basis }: { basis: PortfolioBasis }) {
  const text = coverageOf(basis, useFormat());
  if (basis.projects > 0 || basis.covers === 'all') return <p className="small">{text}</p>;
  return (
    <SectionMessage appearance="information" title="Nothing to count here">
      <p>
        {text} Figures cover the projects that you may browse; ask a Jira admin for Browse projects where you need it.
      </p>
    </SectionMessage>
  );
}
