import type { ProposedEpics } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { latestProposals } from '../../store/strategy/proposedEpics';
import { statedObjectives } from '../../store/strategy/objectives';
import { allProjects } from '../../store/work/projects';
import { siteReading } from '../../site/siteReading';
import { shownProposal } from '../project/unlinkedEpics';

/** What a page reads from Jira in one call. Older decisions are not listed. */
const MOST = 100;

/**
 * The epics proposed as starts of objectives, undecided ones first. Strategy editors decide on all, so each shows its
 * epic's id; its project is named only to those who may browse it.
 */
export const proposedEpics = async (browsable: () => Promise<ReadonlySet<number>>): Promise<ProposedEpics> => {
  const { estimates } = (await siteReading()).fields;
  const kept = await latestProposals(MOST);
  if (kept.length === 0) return { issues: [], estimates };
  const cascade = new Cascade(await statedObjectives());
  const projects = new Map((await allProjects()).map((project) => [project.id, project]));
  const mayBrowse = await browsable();
  return {
    issues: kept.map((proposal) => {
      const project = mayBrowse.has(proposal.project) ? projects.get(proposal.project) : undefined;
      return {
        id: String(proposal.issue),
        project: project ? { id: String(project.id), key: project.key, name: project.name } : null,
        proposal: shownProposal(proposal, cascade),
      };
    }),
    estimates,
  };
};
