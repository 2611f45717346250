import { z } from 'zod';
import { isJiraId } from '../domain/jiraId';

/** An id of Jira, in its answers and events and in what pages send. */
export const jiraId = z.string().refine(isJiraId, 'is not a Jira id');
