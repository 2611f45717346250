import type { Operations, SyncProgress, SyncState } from '../../../../../src/contract';
import type { Format } from '../../../shared/format';
import { between, duration } from './duration';
import { MINUTE_MS } from '../../../../../src/domain/time/milliseconds';

/** How the app runs, in a line, and what to do about it. */
export type State = { appearance: 'success' | 'information' | 'warning'; title: string; text: string };

/** Three runs of the five-minute schedule. What waits longer is stuck. */
const BEHIND_MS = 15 * MINUTE_MS;
/** Two hourly checks missed, and half an hour to spare. */
const SILENT_MS = 150 * MINUTE_MS;

/** The progress of a running sync, the first or another; `null`: none runs. */
export const progressOf = (sync: SyncState): SyncProgress | null => {
  if (sync.state === 'running') return sync;
  return sync.state === 'complete' ? (sync.again ?? null) : null;
};

/** Whether the page will soon show something else. */
export const isMoving = ({ sync, lag, checks }: Operations): boolean =>
  progressOf(sync) !== null ||
  lag.waiting > 0 ||
  lag.outdated > 0 ||
  lag.titleUpdates > 0 ||
  [checks.hourly, checks.daily].some((check) => check?.drift?.repaired === false);

/** What is set aside, in the singular. */
export const SET_ASIDE_NOUN = { issue: 'issue', project: 'project', search: 'unsearchable project' } as const;

const setAsideOf = ({ setAside }: Operations, format: Format): string[] =>
  (['issue', 'project', 'search'] as const).flatMap((what) => {
    const count = setAside.reduce((sum, one) => (one.what === what ? sum + one.count : sum), 0);
    return count === 0 ? [] : format.count(count, SET_ASIDE_NOUN[what]);
  });

/** What the admin should know first. */
export function stateOf(operations: Operations, format: Format): State {
  const { asOf, sync, lag, checks, rate } = operations;
  if (sync.state === 'never') {
    return {
      appearance: 'information',
      title: 'The app has not read this site yet',
      text: 'It begins by itself, within five minutes of being installed. If it does not, look at what failed, below.',
    };
  }
  if (rate.limitedUntil !== null) {
    return {
      appearance: 'warning',
      title: 'Jira asked the app to wait',
      text: `It goes on by itself at ${format.time(rate.limitedUntil)}. Nothing is lost${
        lag.waiting === 0 ? '' : `: ${format.count(lag.waiting, 'issue')} to be read then`
      }.`,
    };
  }
  if (sync.state === 'running') {
    return {
      appearance: 'information',
      title: 'The app is reading this site for the first time',
      text: 'Figures grow until it ends. Work can be linked meanwhile.',
    };
  }
  const age = lag.oldest === null ? 0 : between(lag.oldest, asOf);
  if (age > BEHIND_MS) {
    return {
      appearance: 'warning',
      title: `Figures are ${duration(age)} behind Jira`,
      text: `${format.count(lag.waiting, 'issue')} to be read. The app tries again every five minutes; look at what failed, below. If nothing did, Jira or Forge may have a fault: see status.atlassian.com.`,
    };
  }
  const checked = checks.hourly?.at ?? sync.finishedAt ?? asOf;
  if (between(checked, asOf) > SILENT_MS) {
    return {
      appearance: 'warning',
      title: 'The hourly check did not come',
      text: `The app was last held against Jira at ${format.time(checked)}. Forge starts it every hour; if it stays away, see status.atlassian.com and what failed, below.`,
    };
  }
  if (lag.waiting > 0 || lag.outdated > 0) {
    return {
      appearance: 'information',
      title: 'The app is catching up with changes',
      text:
        lag.waiting > 0
          ? `${format.count(lag.waiting, 'issue')} to be read; the first has waited for ${duration(age)}.`
          : `The figures of ${lag.outdated} of ${lag.projects} projects are being counted again.`,
    };
  }
  const aside = setAsideOf(operations, format);
  if (aside.length > 0) {
    return {
      appearance: 'warning',
      title: `In step with Jira, but for ${aside.join(' and ')}`,
      text: 'The app cannot read or count them, and goes on without them. It tries again every day; why it cannot is said below.',
    };
  }
  return {
    appearance: 'success',
    title: 'In step with Jira',
    text: 'Every change that Jira told of is in the figures.',
  };
}
