import type { Catalogue } from './catalogue';
import type { Issue } from './model';

/** An issue with defaults only: a task, to do, of medium priority. */
export function blankIssue(
  catalogue: Catalogue,
  named: Pick<Issue, 'id' | 'key' | 'project' | 'created' | 'updated'>,
): Issue {
  // Each property named: copying an object is many times slower, which a million issues would show.
  return {
    id: named.id,
    key: named.key,
    project: named.project,
    created: named.created,
    updated: named.updated,
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
    archived: false,
    links: [],
    visibleTo: null,
  };
}
