import type { Evidence, Finding } from '../../contract';
import { formatDay } from '../../domain/time/day';
import type { Evidence as DomainEvidence, Finding as DomainFinding } from '../../domain/findings/types';
import { shownPoint } from '../figures';
import { projectRef } from './basis';
import { shownDay } from './days';
import type { WorkReading } from './readPortfolio';

type Projects = Pick<WorkReading, 'totalsScope' | 'projects'>;

/** The findings as a page shows them: projects that the viewer may not browse have no name. */
export const shownFindings = (findings: readonly DomainFinding[], projects: Projects): Finding[] =>
  findings.map(({ harm, evidence }) => ({ harm, evidence: shownEvidence(evidence, projects) }));

const shownEvidence = (evidence: DomainEvidence, projects: Projects): Evidence => {
  switch (evidence.kind) {
    case 'notCommunicated':
      return { ...evidence, newestNote: shownDay(evidence.newestNote) };
    case 'silo':
      return {
        ...evidence,
        plannedIn: evidence.plannedIn.map((id) => projectRef(id, projects)),
        servedBy: projectRef(evidence.servedBy, projects),
      };
    case 'strategicDrift':
      return { ...evidence, from: shownPoint(evidence.from), to: shownPoint(evidence.to) };
    case 'scopeGrowth':
      return { ...evidence, from: formatDay(evidence.from), to: formatDay(evidence.to) };
    case 'resourcesElsewhere':
    case 'metricsDoNotReinforce':
    case 'stuck':
      return evidence;
  }
};
