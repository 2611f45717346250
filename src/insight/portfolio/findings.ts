import type { Evidence, Finding } from '../../contract';
import type { Evidence as DomainEvidence, Finding as DomainFinding } from '../../domain/findings/types';
import { projectRef } from './basis';
import type { WorkReading } from './readPortfolio';

type Projects = Pick<WorkReading, 'coverage' | 'projects'>;

/** The findings for a page. Projects that the viewer may not browse have no name. */
export const shownFindings = (findings: readonly DomainFinding[], projects: Projects): Finding[] =>
  findings.map(({ harm, evidence }) => ({ harm, evidence: shownEvidence(evidence, projects) }));

const shownEvidence = (evidence: DomainEvidence, projects: Projects): Evidence =>
  evidence.kind === 'silo'
    ? {
        ...evidence,
        plannedIn: evidence.plannedIn.map((id) => projectRef(id, projects)),
        servedBy: projectRef(evidence.servedBy, projects),
      }
    : evidence;
