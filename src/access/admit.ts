import { z } from 'zod';
import type { MyAccess } from '../contract';
import { AppError } from '../domain/appError';
import type { Sight } from '../domain/coverage';
import { fetchIssues } from '../jira/issues';
import { visitorPermissions } from '../jira/permissions';
import { maySeeTotals, type Roles, rolesOf } from '../settings/roles';
import { isExcluded, type SiteSettings, siteSettings } from '../settings/siteSettings';
import { statedObjectives } from '../store/objectives';
import { allProjects, type ProjectState } from '../store/projects';
import type { Rule } from './whoMay';

/** A project that its visitor may browse, and what the app holds of it: `null` before it has read it. */
type VisitedProject = { id: number; state: ProjectState | null };

/** Who asks, and what for: ids that Jira confirmed to the visitor, never what the browser claims. */
export type Visitor<R extends Rule = Rule> = { account: string } & (R extends 'issue'
  ? { issue: number; settings: SiteSettings }
  : R extends 'project'
    ? { project: VisitedProject } & Sight
    : R extends 'portfolio'
      ? { mayEdit: boolean; browsable: ReadonlySet<number>; settings: SiteSettings; projects: readonly ProjectState[] }
      : R extends 'strategist' | 'steward' | 'admin'
        ? { settings: SiteSettings }
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

/** Only for what the visitor may see: it tells what an admin decided of it. */
const refuseExcluded = (settings: SiteSettings, project: number): void => {
  if (!isExcluded(settings, project)) return;
  throw new AppError(
    'excluded',
    'Your Jira admin left this project out: its work does not count, here or in any total. Ask them to take it in.',
  );
};

/**
 * Lets a visitor in by a rule, or throws `forbidden` or `notFound`. Asks Jira as the visitor: one call, and one more for their
 * groups where an admin chose groups. `payload` is what the browser sent, unchecked.
 */
export const admit = async <R extends Rule>(rule: R, context: unknown, payload: unknown): Promise<Visitor<R>> =>
  await visitors[rule](trusted.parse(context), payload);

type Trusted = z.infer<typeof trusted>;

const accountOf = ({ accountId }: Trusted): string => {
  if (accountId === undefined) throw new AppError('forbidden', 'Please log in to Jira first.');
  return accountId;
};

/** The visitor's roles where no project matters. */
const rolesAnywhere = async (settings: SiteSettings): Promise<Roles> =>
  rolesOf(settings, (await visitorPermissions([])).administer);

/** What the visitor may do, for showing them no more than that. */
export const myAccess = async (): Promise<MyAccess> => rolesAnywhere(await siteSettings());

const NOT_FOR_YOU = {
  portfolio: 'The portfolio is for groups that your Jira admin chose. Ask them to add you to one.',
  strategist: 'Only strategy editors may do this. Ask your Jira admin to add you to a group of editors.',
  steward: 'Only strategy editors and the objective’s owner may do this. Ask one of them, or your Jira admin.',
  admin: 'Only Jira admins may do this.',
};

const visitors: { [R in Rule]: (context: Trusted, payload: unknown) => Promise<Visitor<R>> } = {
  signedIn: (context) => Promise.resolve({ account: accountOf(context) }),

  issue: async (context) => {
    const account = accountOf(context);
    const claimed = context.extension?.issue;
    const [settings, [issue]] = await Promise.all([
      siteSettings(),
      claimed ? fetchIssues('user', [claimed.id], ['project']) : [],
    ]);
    if (!issue) throw missing('issue');
    refuseExcluded(settings, Number(issue.fields.project?.id));
    return { account, issue: Number(issue.id), settings };
  },

  project: async (context) => {
    const account = accountOf(context);
    const claimed = Number(context.extension?.project?.id);
    if (Number.isNaN(claimed)) throw missing('project');
    const [settings, known] = await Promise.all([siteSettings(), allProjects()]);
    const { administer, browsable } = await visitorPermissions([...new Set([claimed, ...known.map(({ id }) => id)])]);
    if (!browsable.has(claimed)) throw missing('project');
    refuseExcluded(settings, claimed);
    const seesTotals = await maySeeTotals(settings, administer);
    const state = known.find(({ id }) => id === claimed) ?? null;
    const withUnits = known.filter(({ hasUnits }) => hasUnits).map(({ id }) => id);
    return { account, project: { id: claimed, state }, browsable, seesTotals, withUnits };
  },

  portfolio: async (context) => {
    const account = accountOf(context);
    const [settings, projects] = await Promise.all([siteSettings(), allProjects()]);
    const { administer, browsable } = await visitorPermissions(projects.map(({ id }) => id));
    const { editStrategy, seePortfolio } = await rolesOf(settings, administer);
    if (!seePortfolio) throw new AppError('forbidden', NOT_FOR_YOU.portfolio);
    return { account, mayEdit: editStrategy, browsable, settings, projects };
  },

  strategist: async (context) => {
    const account = accountOf(context);
    const settings = await siteSettings();
    if (!(await rolesAnywhere(settings)).editStrategy) throw new AppError('forbidden', NOT_FOR_YOU.strategist);
    return { account, settings };
  },

  steward: async (context, payload) => {
    const account = accountOf(context);
    const settings = await siteSettings();
    if (!(await owns(account, payload)) && !(await rolesAnywhere(settings)).editStrategy) {
      throw new AppError('forbidden', NOT_FOR_YOU.steward);
    }
    return { account, settings };
  },

  admin: async (context) => {
    const account = accountOf(context);
    const settings = await siteSettings();
    if (!(await visitorPermissions([])).administer) throw new AppError('forbidden', NOT_FOR_YOU.admin);
    return { account, settings };
  },
};

const naming = z.object({ objective: z.string() });

/** Does the visitor own the objective that the payload names? */
const owns = async (account: string, payload: unknown): Promise<boolean> => {
  const named = naming.safeParse(payload);
  if (!named.success) return false;
  return (await statedObjectives()).some(({ key, owner }) => key === named.data.objective && owner === account);
};
