import type { Catalogue } from './catalogue';
import type { Issue } from './model';

/** An issue of which nothing is stated yet: to do, of medium priority, a task. */
export function blankIssue(
  catalogue: Catalogue,
  named: Pick<Issue, 'id' | 'key' | 'project' | 'created' | 'updated'>,
): Issue {
  // Each named: an object that begins as a copy is many times slower to make, which a million issues would feel.
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
    visibleTo: null,
  };
}
