import { makeWorld } from './world';

/** An epic with a story and a bug below it, and a sub-task of the story. */
export const makeEpic = () =>
  makeWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'Pick up in store' }, null);
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'Reserve', parent: 'WEB-1' }, null);
    jira.createIssue({ project: 'WEB', type: 'Sub-task', summary: 'Button', parent: 'WEB-2' }, null);
    jira.createIssue(
      { project: 'WEB', type: 'Bug', summary: 'Typo', parent: 'WEB-1', status: 'Done', resolution: 'Done' },
      null,
    );
  });
