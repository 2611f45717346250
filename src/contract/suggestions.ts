import type { Candidate } from '../domain/suggestions/unitFacts';
import type { Answer } from './common';
import type { TriageFields } from './triage';

/**
 * What suggestions are learned from: units with the active objective that each serves, all in projects that the viewer may
 * browse, and those objectives. The page reads the units from Jira as its viewer. `owner` of a candidate: `null` also for
 * those who may not see the portfolio
 */
export type PastLinks = {
  links: { id: string; objective: string }[];
  candidates: Candidate[];
  fields: TriageFields;
};

/** Calls for suggestions, each of where the page is. */
export type SuggestionCalls = {
  pastLinksAroundIssue: (payload: Record<string, never>) => Answer<PastLinks>;
  pastLinksInProject: (payload: Record<string, never>) => Answer<PastLinks>;
  pastLinksInPortfolio: (payload: Record<string, never>) => Answer<PastLinks>;
};
