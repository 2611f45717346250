import { dayOf } from '../../../src/domain/time/day';
import type { Issue, JiraSite } from '../jira/jiraSite';

/**
 * Rewinds a loaded site to the end of a day, as far as days tell: issues created later are removed, and those that
 * ended later are to do again. Tags, parents and estimates stay.
 */
export function rewindSite(jira: JiraSite, day: number): void {
  const todo = jira.catalogue.addStatus('To Do', 'new');
  const isLater = (instant: number | null): boolean => instant !== null && dayOf(instant, jira.timeZone) > day;
  const endedLater = ({ status, resolved, statusCategoryChanged }: Issue): boolean =>
    status.category === 'done' && isLater(resolved ?? statusCategoryChanged);
  const now = jira.clock.now();
  for (const issue of [...jira.issues.all()]) {
    if (isLater(issue.created)) {
      jira.issues.remove(issue);
      continue;
    }
    const open = { status: todo, statusCategoryChanged: issue.created, resolution: null, resolved: null };
    jira.issues.replace(issue, {
      ...issue,
      ...(endedLater(issue) ? open : {}),
      // Else the app would take later changes for older than what it has read.
      updated: Math.min(issue.updated, now),
    });
  }
}
