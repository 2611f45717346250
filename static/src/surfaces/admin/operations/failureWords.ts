import type { Failure, FailureCode } from '../../../../../src/contract';

const JOB_NAME: Readonly<Record<string, string>> = {
  issueEvent: 'Taking note of a change',
  projectEvent: 'Taking note of what became of a project',
  lifecycle: 'Installing or updating the app',
  drain: 'Reading changed issues',
  firstSync: 'Full sync of the site',
  titleUpdates: 'Writing new titles to issues',
  recount: 'Counting figures anew',
  migrate: 'Making the tables of a new version',
  everyFiveMinutes: 'The five-minute check',
  everyHour: 'The hourly check',
  everyDay: 'The daily check',
};

export const whatFailed = ({ what }: Failure): string => JOB_NAME[what] ?? `A page’s call “${what}”`;

/** Whether a job failed, or else a call of a page. Jobs are tried again. */
export const isJob = ({ what }: Failure): boolean => what in JOB_NAME;

type Meaning = { meaning: string; advice: string };

const REPORT = 'If it goes on, give the reference to whoever runs the app: it finds the log.';

export const FAILURE_MEANING: Readonly<Record<FailureCode, Meaning>> = {
  jiraBusy: {
    meaning: 'Jira could not be reached, or had too much to do.',
    advice: 'If it lasts for hours, see status.atlassian.com.',
  },
  jiraForbidden: {
    meaning: 'Jira did not allow it.',
    advice:
      'Check that the project role atlassian-addons-project-access may browse projects in your permission schemes, and that the app still has the access it was installed with.',
  },
  jiraNotFound: {
    meaning: 'Jira no longer has what was asked for.',
    advice: `Often something was deleted at that moment, and the next check clears it up. ${REPORT}`,
  },
  jiraInvalid: {
    meaning: 'Jira did not take the question.',
    advice: `Often a field was changed or removed; the app looks for its fields again every hour. ${REPORT}`,
  },
  jiraMalformed: {
    meaning: 'Jira’s answer had another form than its documentation says.',
    advice: `Often it passes. ${REPORT}`,
  },
  database: {
    meaning: 'The app’s own database did not do what it was asked.',
    advice: `Often it passes. ${REPORT}`,
  },
  internal: {
    meaning: 'A fault in the app itself.',
    advice: 'Please give the reference to whoever runs the app: it finds the log.',
  },
};
