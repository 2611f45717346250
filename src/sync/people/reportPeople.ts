import { DAY_MS } from '../../domain/time/milliseconds';
import { ACCOUNTS_A_REPORT, reportPersonalData } from '../../jira/personalData';
import { accountsToReport, eraseAccounts, noteReported, noteUpdated } from '../../store/work/reportedAccounts';
import { restartWalk } from './walkPeople';

/**
 * How long a report holds. Atlassian's cycle is not shorter than a week; the job runs every hour, so each account is
 * reported in time even after days without it.
 */
const REPORTED_FOR_MS = 7 * DAY_MS;
/** Calls in a run: 1,800 accounts an hour, 300,000 a week. */
const MOST_CALLS = 20;

/**
 * Reports the stored account ids to Atlassian, each within an hour of being stored and then once a week, and erases
 * those of closed accounts. Of people whose data was updated nothing is stored but the id, so nothing is read again.
 * One statement if none is due.
 * @throws JiraError
 */
export const reportPeople = async (clock: () => number): Promise<void> => {
  for (let call = 0; call < MOST_CALLS; call += 1) {
    const due = await accountsToReport(clock() - REPORTED_FOR_MS, ACCOUNTS_A_REPORT);
    if (due.length === 0) return;
    const { closed, updated } = await reportPersonalData(due);
    const now = clock();
    const gone = due.filter(({ accountId }) => closed.has(accountId));
    await eraseAccounts(gone);
    if (gone.length > 0) await restartWalk(now);
    await noteUpdated(idsOf(due.filter(({ accountId }) => updated.has(accountId))), now);
    // Noted last: after a crash they are reported again.
    await noteReported(idsOf(due.filter((account) => !gone.includes(account))), now);
    if (due.length < ACCOUNTS_A_REPORT) return;
  }
};

const idsOf = (accounts: readonly { id: number }[]): number[] => accounts.map(({ id }) => id);
