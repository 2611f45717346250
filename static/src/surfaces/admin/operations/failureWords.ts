import type { Failure, FailureCode } from '../../../../../src/contract';
import { type Job, JOBS } from '../../../../../src/domain/failure';
import type { CsvColumn } from '../../../shared/csv/columns';

const JOB_NAME: Readonly<Record<Job, string>> = {
  issueEvent: 'Taking note of a change',
  projectEvent: 'Taking note of what became of a project',
  lifecycle: 'Installing or updating the app',
  drain: 'Reading changed issues',
  firstSync: 'Full sync of the site',
  titleUpdates: 'Writing new titles to issues',
  tagging: 'Linking many issues, and by rules',
  jqlFunction: 'Answering a JQL function',
  recount: 'Counting figures anew',
  migrate: 'Making the tables of a new version',
  everyFiveMinutes: 'The five-minute check',
  everyHour: 'The hourly check',
  everyDay: 'The daily check',
};

const jobOf = ({ what }: Failure): Job | undefined => JOBS.find((job) => job === what);

export const whatFailed = (failure: Failure): string => {
  const job = jobOf(failure);
  return job ? JOB_NAME[job] : `A page’s call “${failure.what}”`;
};

/** Whether a job failed, or else a call of a page. Jobs are tried again. */
export const isJob = (failure: Failure): boolean => jobOf(failure) !== undefined;

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

/** Failures as a file: instants as ISO 8601. */
export const FAILURES_CSV: readonly CsvColumn<Failure>[] = [
  { head: 'what failed', value: whatFailed },
  { head: 'why', value: ({ code }) => FAILURE_MEANING[code].meaning },
  { head: 'code', value: ({ detail }) => detail },
  { head: 'times', value: ({ times }) => times },
  { head: 'first', value: ({ firstAt }) => firstAt },
  { head: 'last', value: ({ lastAt }) => lastAt },
  { head: 'reference', value: ({ reference }) => reference },
];
