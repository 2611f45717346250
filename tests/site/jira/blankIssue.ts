import type { Catalogue } from './catalogue';
import type { Issue } from './model';

/** An issue of which nothing is stated yet: to do, of medium priority, a task. */
export function blankIssue(
  catalogue: Catalogue,
  named: Pick<Issue, 'id' | 'key' | 'project' | 'created' | 'updated'>,
): Issue {
  return {
    ...named,
    type: catalogue.addIssueType('Task', catalogue.issueType('Task')?.hierarchyLevel ?? 0),
    status: catalogue.addStatus('To Do', 'new'),
    priority: catalogue.priorities.named('Medium'),
    summary: '',
    statusCategoryChanged: named.created,
    resolution: null,
    resolved: null,
    assignee: null,
    reporter: null,
    parent: null,
    components: [],
    fixVersions: [],
    labels: [],
    due: null,
    sprints: [],
    storyPoints: null,
    storyPointEstimate: null,
    flagged: false,
    team: null,
    appValues: {},
    visibleTo: null,
  };
}
