import type { Finding, Portfolio, ProjectRef } from '../../../../../src/contract';
import { objectivePath } from '../ObjectiveLink';
import { CHECK_IN } from '../editing/actions/checkInQuery';
import { figuresOf } from './describe';

/** Where something can be done about a finding: a route of this page, or a project page. */
export type Action =
  | { kind: 'route'; text: string; to: string; query?: Record<string, string> }
  | { kind: 'project'; text: string; project: ProjectRef };

/** The browsable project with the most unlinked effort; `null`: none has any. */
function mostUnlinked({ projects }: Portfolio): ProjectRef | null {
  let most: { project: ProjectRef | null; unlinked: number } = { project: null, unlinked: 0 };
  for (const { project, effort } of projects) {
    if (project !== null && effort.unlinked > most.unlinked) most = { project, unlinked: effort.unlinked };
  }
  return most.project;
}

/** The actions that help against a finding, best first. `viewer`: account id */
export function actionsOf({ evidence }: Finding, portfolio: Portfolio, viewer: string | null): Action[] {
  const onObjective = (key: string, text: string): Action => ({ kind: 'route', text, to: objectivePath(key) });
  const checkInOn = (key: string): Action => {
    const mayCheckIn = portfolio.mayEdit || (viewer !== null && figuresOf(portfolio, key)?.owner === viewer);
    if (!mayCheckIn) return onObjective(key, 'See what was said of it');
    return { kind: 'route', text: 'Check in on it', to: objectivePath(key), query: CHECK_IN };
  };
  const onEffort = (text: string): Action => ({ kind: 'route', text, to: '/effort' });
  switch (evidence.kind) {
    case 'notCommunicated':
      return [checkInOn(evidence.objective)];
    case 'resourcesElsewhere':
      return [onEffort('See where the effort went'), onObjective(evidence.objective, 'Review its weight and work')];
    case 'silo':
      return [onEffort('See who plans and who works'), onObjective(evidence.objective, 'Bring the owners together')];
    case 'metricsDoNotReinforce':
      return [onObjective(evidence.objective, 'Review its key results')];
    case 'servesNothing':
    case 'strategicDrift': {
      const project = mostUnlinked(portfolio);
      return [
        ...(project ? [{ kind: 'project' as const, text: `Link the unlinked work of ${project.name}`, project }] : []),
        onEffort('See where the effort went'),
      ];
    }
    case 'stuck':
      return [onObjective(evidence.objective, 'See the blocked work')];
    case 'scopeGrowth':
    case 'outOfReach':
      return [onObjective(evidence.objective, 'Review its scope and target date')];
    case 'notStated':
      return [onObjective(evidence.objective, 'Complete it')];
  }
}
