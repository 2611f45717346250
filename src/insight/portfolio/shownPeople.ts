import { FEWEST_PEOPLE } from '../../domain/scores/buyIn';
import type { PersonEffort } from '../../store/blocks/people';
import type { PortfolioViewer } from './readPortfolio';

/**
 * Those of some people that a viewer may be told of. Of few people, who does what would be told, so none are named. A
 * person is named for an issue that the viewer may see, because issue security hides some in projects that they may
 * browse.
 * @param total how many people there are, also beside these
 */
export const shownPeople = async (
  people: readonly PersonEffort[],
  total: number,
  { visible }: Pick<PortfolioViewer, 'visible'>,
): Promise<PersonEffort[]> => {
  if (total < FEWEST_PEOPLE) return [];
  const seen = await visible(people.map(({ issue }) => issue));
  return people.filter(({ issue }) => seen.has(issue));
};
