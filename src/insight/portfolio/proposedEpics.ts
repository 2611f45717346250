import type { ProposedEpics } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { latestProposals } from '../../store/strategy/proposedEpics';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { allProjects } from '../../store/work/projects';
import { siteReading } from '../../site/siteReading';
import type { Visible } from '../../domain/work/coverage';
import { shownProposal } from '../project/unlinkedEpics';

/** What a page reads from Jira in one call. Older decisions are not listed. */
const MOST = 100;

/**
 * The epics proposed as starts of objectives that the strategy editor may see, undecided ones first. Of the others only
 * the number of undecided ones, so that somebody who may see them is asked to decide.
 */
export const proposedEpics = async (visible: Visible): Promise<ProposedEpics> => {
  const { estimates } = (await siteReading()).fields;
  const kept = await latestProposals(MOST);
  if (kept.length === 0) return { issues: [], estimates, hidden: 0 };
  const cascade = new Cascade(await statedObjectives());
  const projects = new Map((await allProjects()).map((project) => [project.id, project]));
  const seen = await visible(kept.map(({ issue }) => issue));
  const isSeen = ({ issue }: { issue: number }): boolean => seen.has(issue);
  return {
    issues: kept.filter(isSeen).map((proposal) => {
      const project = projects.get(proposal.project);
      return {
        id: String(proposal.issue),
        project: project ? { id: String(project.id), key: project.key, name: project.name } : null,
        proposal: shownProposal(proposal, cascade),
      };
    }),
    estimates,
    hidden: kept.filter((proposal) => proposal.state === 'proposed' && !isSeen(proposal)).length,
  };
};
