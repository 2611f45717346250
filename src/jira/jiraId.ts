import { z } from 'zod';
import { isJiraId } from '../domain/jiraId';

/** An id in Jira's answers and events. */
export const jiraId = z.string().refine(isJiraId, 'is not a Jira id');
