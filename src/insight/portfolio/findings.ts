import type { Evidence, Finding } from '../../contract';
import type { Evidence as DomainEvidence, Finding as DomainFinding } from '../../domain/findings/types';
import { projectRef } from './basis';
import type { WorkReading } from './readPortfolio';

/** Findings listed: those that hold back most. */
const MOST_FINDINGS = 100;
/** Key results and projects that the evidence of a finding names. */
const MOST_NAMED = 20;

type Projects = Pick<WorkReading, 'coverage' | 'projects'>;

/** The findings for a page. Projects that the viewer may not browse have no name. */
export const shownFindings = (findings: readonly DomainFinding[], projects: Projects): Finding[] =>
  findings.slice(0, MOST_FINDINGS).map(({ harm, evidence }) => ({ harm, evidence: shownEvidence(evidence, projects) }));

const shownEvidence = (evidence: DomainEvidence, projects: Projects): Evidence =>
  evidence.kind === 'silo'
    ? {
        ...evidence,
        plannedIn: evidence.plannedIn.slice(0, MOST_NAMED).map((id) => projectRef(id, projects)),
        servedBy: projectRef(evidence.servedBy, projects),
      }
    : evidence;
