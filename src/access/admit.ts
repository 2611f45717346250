import { z } from 'zod';
import { AppError } from '../domain/appError';
import { fetchIssues } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { projectForViewer } from '../jira/site';
import type { Rule } from './whoMay';

/** Who asks, and what for: ids that Jira confirmed to the visitor, never what the browser claims. */
export type Visitor<R extends Rule = Rule> = { account: string } & (R extends 'issue'
  ? { issue: number }
  : R extends 'project'
    ? { project: { id: number; key: string; name: string } }
    : unknown);

/** The part of a resolver's context that the platform vouches for. */
const trusted = z.object({
  accountId: z.string().min(1).optional(),
  extension: z
    .object({
      issue: z.object({ id: z.string().regex(/^\d+$/) }).optional(),
      project: z.object({ id: z.string().regex(/^\d+$/) }).optional(),
    })
    .optional(),
});

const missing = (what: string): AppError =>
  new AppError('notFound', `This ${what} does not exist, or you may not see it.`);

/** Lets a visitor in by a rule, or throws `forbidden` or `notFound`. Asks Jira as the visitor: one call at most. */
export const admit = async <R extends Rule>(rule: R, context: unknown): Promise<Visitor<R>> =>
  await visitors[rule](trusted.parse(context));

type Trusted = z.infer<typeof trusted>;

const accountOf = ({ accountId }: Trusted): string => {
  if (accountId === undefined) throw new AppError('forbidden', 'Please log in to Jira first.');
  return accountId;
};

const visitors: { [R in Rule]: (context: Trusted) => Promise<Visitor<R>> } = {
  signedIn: (context) => Promise.resolve({ account: accountOf(context) }),

  issue: async (context) => {
    const account = accountOf(context);
    const claimed = context.extension?.issue;
    const [issue] = claimed ? await fetchIssues('user', [claimed.id], ['project']) : [];
    if (!issue) throw missing('issue');
    return { account, issue: Number(issue.id) };
  },

  project: async (context) => {
    const account = accountOf(context);
    const claimed = context.extension?.project;
    if (!claimed) throw missing('project');
    try {
      return { account, project: await projectForViewer(claimed.id) };
    } catch (error) {
      if (error instanceof JiraError && error.failure !== 'busy') throw missing('project');
      throw error;
    }
  },
};
