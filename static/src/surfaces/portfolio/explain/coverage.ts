import type { PortfolioBasis } from '../../../../../src/contract';
import type { Format } from '../../../shared/format';

/** Which projects the page's figures cover. */
export function coverageOf(basis: PortfolioBasis, format: Format): string {
  const { covers, projects, hiddenProjects: hidden } = basis;
  if (projects === 0) return covers === 'all' ? 'No project has work yet.' : 'No project that you may browse has work.';
  const counted = format.count(projects, 'project');
  if (covers === 'browsable') return `Over the ${counted} that you may browse.`;
  const all = projects === 1 ? 'Over the only project with work' : `Over all ${counted}`;
  if (hidden === 0) return `${all}.`;
  return `${all}; ${format.number(hidden)} of them, which you may not browse, ${hidden === 1 ? 'is' : 'are'} counted but not named.`;
}

/** What the page's figures cover: projects, days, as-of time. */
export const coversOf = (basis: PortfolioBasis, format: Format): string[] => [
  coverageOf(basis, format),
  `From ${format.day(basis.from)} to ${format.day(basis.to)}. Figures as of ${format.time(basis.asOf)}.`,
];
