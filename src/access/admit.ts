import { z } from 'zod';
import type { MyAccess } from '../contract';
import { AppError } from '../domain/appError';
import type { Settings } from '../domain/settings';
import type { Day } from '../domain/time/day';
import { type Coverage, coverageOf, type Sight, type Visible } from '../domain/work/coverage';
import { jiraId } from '../jira/jiraId';
import { administeredBy } from '../jira/permissions';
import type { Reading } from '../jira/toWorkItem';
import { type Roles, rolesOf } from '../settings/roles';
import { isExcluded } from '../settings/siteSettings';
import { findWithAbove, type Projected } from '../store/work/findWorkItems';
import { statedObjectives } from '../store/strategy/statedStrategy';
import { allProjects, projectIds, type ProjectState } from '../store/work/projects';
import { type Answers, beginVisit, type Visit } from './visit';
import type { Rule } from './whoMay';

/** A project that the visitor may browse, as stored; `state` is `null` before the app has read it. */
type VisitedProject = { id: number; state: ProjectState | null };

/**
 * An issue that the visitor may see, as stored with its ancestors, nearest first; empty before the app has read it. `reading`: how issues
 * of this site are read; `null` before the app has looked at it
 */
type VisitedIssue = {
  issue: number;
  stored: readonly Projected[];
  canEdit: boolean;
  settings: Settings;
  reading: Reading | null;
};

/** Who asks, and for what. Its ids were confirmed by Jira for this visitor, never taken from the browser. */
export type Visitor<R extends Rule = Rule> = { account: string } & (R extends 'issue'
  ? VisitedIssue & Sight
  : R extends 'project'
    ? { project: VisitedProject; visible: Visible; mayEdit: boolean; lastReview: Day | null } & Sight
    : R extends 'portfolio'
      ? {
          mayEdit: boolean;
          coverage: Coverage;
          visible: Visible;
          settings: Settings;
          lastReview: Day | null;
          projects: readonly ProjectState[];
        }
      : R extends 'strategist'
        ? { settings: Settings; coverage: () => Promise<Coverage>; visible: Visible }
        : R extends 'ruleMaker'
          ? { project: { id: number } | null; seesAll: boolean }
          : R extends 'steward' | 'admin'
            ? { settings: Settings }
            : { access: () => Promise<MyAccess>; browsable: () => Promise<ReadonlySet<number>> });

/** The part of a resolver's context that Forge vouches for. */
const trusted = z.object({
  accountId: z.string().min(1).optional(),
  extension: z
    .object({
      // Without an id that can be one, the visitor is on no issue and no project.
      issue: z.object({ id: jiraId }).optional().catch(undefined),
      project: z.object({ id: jiraId }).optional().catch(undefined),
    })
    .optional(),
});

const missing = (what: string): AppError =>
  new AppError('notFound', `This ${what} does not exist, or you may not see it.`);

/**
 * Throws `excluded` for an excluded project. Call it only after the visitor was found to see the project, because it
 * reveals an admin's decision.
 */
const refuseExcluded = (settings: Settings, project: number): void => {
  if (!isExcluded(settings, project)) return;
  throw new AppError(
    'excluded',
    'Your Jira admin left this project out: its work does not count, here or in any total. Ask them to take it in.',
  );
};

/** A visitor's request. `payload`: what the browser sent, unchecked. `anew`: ask Jira, whatever it said before */
type Coming = { payload: unknown; anew: boolean };

/**
 * Admits a visitor by a rule. Asks Jira as the visitor what it has not said in the last five minutes: one call, and one
 * for their groups if an admin chose groups.
 * @throws AppError `forbidden`, `notFound`, `excluded` or `busy`
 */
export const admit = async <R extends Rule>(rule: R, context: unknown, coming: Coming): Promise<Visitor<R>> =>
  await visitors[rule](trusted.parse(context), coming);

type Trusted = z.infer<typeof trusted>;

/** The account of a call's context; `null`: nobody is logged in. */
export const accountIn = (context: unknown): string | null => trusted.safeParse(context).data?.accountId ?? null;

const accountOf = ({ accountId }: Trusted): string => {
  if (accountId === undefined) throw new AppError('forbidden', 'Please log in to Jira first.');
  return accountId;
};

/** The visitor's roles, apart from any project. */
const rolesAnywhere = async (visit: Visit): Promise<Roles> =>
  rolesOf(visit.settings, await visit.ask({ projects: null }));

const NOT_FOR_YOU = {
  portfolio: 'The portfolio is for groups that your Jira admin chose. Ask them to add you to one.',
  strategist: 'Only strategy editors may do this. Ask your Jira admin to add you to a group of editors.',
  ruleMaker: 'Only strategy editors and admins of this project may do this. Ask one of them.',
  steward: 'Only strategy editors and the objective’s owner may do this. Ask one of them, or your Jira admin.',
  admin: 'Only Jira admins may do this.',
};

/** @param known ids of all projects */
const sightOf = ({ settings }: Visit, answers: Answers, known: readonly number[]): Sight => {
  const { seePortfolio, seeAllTotals } = rolesOf(settings, answers);
  const inScope = known.filter((project) => !isExcluded(settings, project));
  return { coverage: coverageOf(inScope, answers.browsable, seeAllTotals), seesTotals: seePortfolio };
};

const visibleTo =
  (account: string): Visible =>
  async (issues) => {
    const visit = issues.length === 0 ? null : await beginVisit(account, { issues });
    return visit === null ? new Set() : (await visit.ask({ projects: null, issues })).visible;
  };

const idsOf = (known: readonly ProjectState[]): number[] => known.map(({ id }) => id);

const visitors: { [R in Rule]: (context: Trusted, coming: Coming) => Promise<Visitor<R>> } = {
  signedIn: async (context) => {
    const account = accountOf(context);
    const visit = await beginVisit(account, {});
    return {
      account,
      access: () => rolesAnywhere(visit),
      browsable: async () => (await visit.ask({ projects: await projectIds() })).browsable,
    };
  },

  issue: async (context, { anew }) => {
    const account = accountOf(context);
    const issue = Number(context.extension?.issue?.id);
    if (Number.isNaN(issue)) throw missing('issue');
    const [stored, known] = await Promise.all([findWithAbove(issue), projectIds()]);
    // A tag set on a sub-task lands on its parent.
    const [item] = stored;
    const tagged = item && item.level < 0 && item.parent !== null ? item.parent : issue;
    const issues = [...new Set([issue, tagged])];
    const visit = await beginVisit(account, { issues, anew, withReading: true });
    const answers = await visit.ask({ projects: known, issues });
    if (!answers.visible.has(issue)) throw missing('issue');
    refuseExcluded(visit.settings, item?.project ?? Number(context.extension?.project?.id));
    const canEdit = answers.editable.has(tagged);
    const { settings, reading } = visit;
    return { account, issue, stored, canEdit, settings, reading, ...sightOf(visit, answers, known) };
  },

  project: async (context, { anew }) => {
    const account = accountOf(context);
    const claimed = Number(context.extension?.project?.id);
    if (Number.isNaN(claimed)) throw missing('project');
    const [visit, known] = await Promise.all([beginVisit(account, { anew }), allProjects()]);
    const projects = [...new Set([claimed, ...idsOf(known)])];
    let answers = await visit.ask({ projects });
    // It may have been created, or opened to them, since the last answer.
    if (!answers.browsable.has(claimed)) answers = await visit.askAnew({ projects });
    if (!answers.browsable.has(claimed)) throw missing('project');
    refuseExcluded(visit.settings, claimed);
    return {
      account,
      project: { id: claimed, state: known.find(({ id }) => id === claimed) ?? null },
      visible: visibleTo(account),
      mayEdit: rolesOf(visit.settings, answers).editStrategy,
      lastReview: visit.lastReview,
      ...sightOf(visit, answers, idsOf(known)),
    };
  },

  portfolio: async (context, { anew }) => {
    const account = accountOf(context);
    const [visit, projects] = await Promise.all([beginVisit(account, { anew }), allProjects()]);
    const answers = await visit.ask({ projects: idsOf(projects) });
    const { coverage, seesTotals } = sightOf(visit, answers, idsOf(projects));
    if (!seesTotals) throw new AppError('forbidden', NOT_FOR_YOU.portfolio);
    const { editStrategy } = rolesOf(visit.settings, answers);
    const visible = visibleTo(account);
    const { settings, lastReview } = visit;
    return { account, mayEdit: editStrategy, coverage, visible, settings, lastReview, projects };
  },

  strategist: async (context, { anew }) => {
    const account = accountOf(context);
    const visit = await beginVisit(account, { anew });
    if (!(await rolesAnywhere(visit)).editStrategy) throw new AppError('forbidden', NOT_FOR_YOU.strategist);
    const coverage = async () => {
      const known = await projectIds();
      return sightOf(visit, await visit.ask({ projects: known }), known).coverage;
    };
    return { account, settings: visit.settings, coverage, visible: visibleTo(account) };
  },

  ruleMaker: async (context, { anew }) => {
    const account = accountOf(context);
    const visit = await beginVisit(account, { anew });
    const claimed = context.extension?.project?.id;
    if (claimed === undefined) {
      const { editStrategy, seeAllTotals } = await rolesAnywhere(visit);
      if (!editStrategy) throw new AppError('forbidden', NOT_FOR_YOU.strategist);
      return { account, project: null, seesAll: seeAllTotals };
    }
    const project = Number(claimed);
    // With all projects, as other calls ask: an answer about this one alone would take the place of theirs.
    const answers = await visit.ask({ projects: [...new Set([project, ...(await projectIds())])] });
    if (!answers.browsable.has(project)) throw missing('project');
    refuseExcluded(visit.settings, project);
    const isMaker = rolesOf(visit.settings, answers).editStrategy || (await administers(project));
    if (!isMaker) throw new AppError('forbidden', NOT_FOR_YOU.ruleMaker);
    return { account, project: { id: project }, seesAll: true };
  },

  steward: async (context, { payload, anew }) => {
    const account = accountOf(context);
    const visit = await beginVisit(account, { anew });
    if (!(await owns(account, payload)) && !(await rolesAnywhere(visit)).editStrategy) {
      throw new AppError('forbidden', NOT_FOR_YOU.steward);
    }
    return { account, settings: visit.settings };
  },

  admin: async (context, { anew }) => {
    const account = accountOf(context);
    const visit = await beginVisit(account, { anew });
    if (!(await visit.ask({ projects: null })).administer) throw new AppError('forbidden', NOT_FOR_YOU.admin);
    return { account, settings: visit.settings };
  },
};

/** Whether the visitor administers a project, as Jira says now. One call. */
const administers = async (project: number): Promise<boolean> =>
  (await administeredBy('user', [project])).projects.has(project);

const naming = z.object({ objective: z.string() });

/** Whether the visitor owns the objective in the payload. */
const owns = async (account: string, payload: unknown): Promise<boolean> => {
  const named = naming.safeParse(payload);
  if (!named.success) return false;
  return (await statedObjectives()).some(({ key, owner }) => key === named.data.objective && owner === account);
};
