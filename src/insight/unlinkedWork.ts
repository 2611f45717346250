import type { UnlinkedPart, UnlinkedWork, WindowDays, WorkFilter } from '../contract';
import { windowEnding } from '../domain/window';
import { fetchIssues } from '../jira/issues';
import { siteReading } from '../sync/siteReading';
import { countUnlinked, unlinkedPage } from '../store/findWorkItems';
import { listedFields, summaryOf } from './issueSummary';
import { facetsOf } from './projectAlignment';
import { rolledUpProject } from './rolledUpProject';

const PAGE = 50;

export type UnlinkedQuestion = {
  project: { id: number };
  window: WindowDays;
  part: UnlinkedPart;
  filter: WorkFilter;
  cursor: string | null;
};

/** A page of a project's units that serve nothing, filled in from Jira as the viewer. The cursor is the last id of the page before. */
export const unlinkedWork = async (question: UnlinkedQuestion): Promise<UnlinkedWork> => {
  const { fields } = await siteReading();
  const state = await rolledUpProject(question.project.id);
  const unlinked = {
    scope: { project: state.id, facets: facetsOf(question.filter) },
    window: windowEnding(state.refreshedDay, question.window),
    part: question.part,
  };
  const units = await unlinkedPage(unlinked, question.cursor === null ? null : Number(question.cursor), PAGE + 1);
  const page = units.slice(0, PAGE);
  const issues = await fetchIssues(
    'user',
    page.map(({ id }) => id),
    listedFields(fields),
  );
  const shown = new Map(issues.map((issue) => [Number(issue.id), issue]));
  const listed = page.flatMap(({ id, part }) => {
    const issue = shown.get(id);
    return issue ? { ...summaryOf(issue, fields), part } : [];
  });
  return {
    issues: listed,
    hidden: page.length - listed.length,
    total: await countUnlinked(unlinked),
    next: units.length > PAGE ? String(page.at(-1)?.id ?? '') : null,
  };
};
