import type { PortfolioBasis } from '../../../../../src/contract';
import type { Format } from '../../../shared/format';

/** Which projects the totals cover. */
export function coverageOf(basis: PortfolioBasis, format: Format): string {
  const { covers, projects: covered, hiddenProjects: hidden } = basis;
  if (hidden === 0) return covered === 1 ? 'One project.' : `All ${format.count(covered, 'project')}.`;
  if (covers === 'all') {
    return `All ${format.count(covered, 'project')}; ${format.number(hidden)} of them, which you may not browse, are counted but not named.`;
  }
  return `Totals cover only the ${format.count(covered, 'project')} you may browse; ${format.number(hidden)} more ${hidden === 1 ? 'is' : 'are'} left out.`;
}

/** What the page's figures cover: projects, days, as-of time. */
export const coversOf = (basis: PortfolioBasis, format: Format): string[] => [
  coverageOf(basis, format),
  `From ${format.day(basis.from)} to ${format.day(basis.to)}. Figures as of ${format.time(basis.asOf)}.`,
];
