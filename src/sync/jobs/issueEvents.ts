import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { jiraId } from '../../jira/jiraId';
import { readingIfKnown } from '../../site/siteReading';
import { markDirty } from '../follow/markDirty';
import { requestDrain } from '../follow/requestDrain';
import { schemaIsThere } from './migrating';

/** The wait before Forge repeats an event that came before the tables were made. */
const AFTER_MIGRATION_SECONDS = 180;

const issueEvent = z.object({ issue: z.object({ id: jiraId }) });

/** An issue was created, changed or deleted. Only marks it: the event may be late, doubled or overtaken by another. */
export const onIssueEvent = (event: unknown): Promise<InvocationError | void> =>
  marking(() => Promise.resolve([issueEvent.parse(event).issue.id]));

const linkEvent = z.object({ sourceIssueId: jiraId, destinationIssueId: jiraId });

/** Two issues were linked, or are no longer. Only marks them, and only where links join work to objectives. */
export const onLinkEvent = (event: unknown): Promise<InvocationError | void> =>
  marking(async () => {
    const { sourceIssueId, destinationIssueId } = linkEvent.parse(event);
    const reading = await readingIfKnown();
    return reading && reading.strategy.links.size > 0 ? [sourceIssueId, destinationIssueId] : [];
  });

/** Marks the issues that an event concerns. */
const marking = async (concerned: () => Promise<string[]>): Promise<InvocationError | void> => {
  const now = Date.now();
  try {
    const ids = await concerned();
    if (ids.length === 0) return;
    await markDirty(ids.map(Number), now);
    await requestDrain(now);
  } catch (error) {
    if (await schemaIsThere()) throw error;
    // Forge repeats the event up to four times.
    return new InvocationError({
      retryAfter: AFTER_MIGRATION_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
};
