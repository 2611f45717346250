import { getAppContext, route } from '@forge/api';
import { z } from 'zod';
import { type As, ask } from './request';

/** The ids of the fields that the app reads on this site. */
export type SiteFields = {
  /** `null`: no admin has put the strategic-objective field on a screen yet, so Jira does not list it */
  objective: string | null;
  /** the first with a value gives an issue's estimate */
  estimates: string[];
  sprint: string | null;
  /** Jira Software's checkboxes for the flag */
  flagged: string | null;
  /** the team that an issue belongs to */
  team: string | null;
  /** the day on which an issue starts */
  start: string | null;
};

/**
 * Jira's ids of the types of issues that are objectives, and of the types of links that join work to them. `wasUsed`:
 * there are such types, or once were
 */
export type StrategyInJira = { types: ReadonlySet<number>; links: ReadonlySet<number>; wasUsed: boolean };

export const NO_STRATEGY_IN_JIRA: StrategyInJira = { types: new Set(), links: new Set(), wasUsed: false };

const OBJECTIVE_MODULE = 'strategic-objective';
/** Jira Software's field types: the estimate of team-managed projects, and the sprint. */
const STORY_POINT_ESTIMATE_TYPE = 'com.pyxis.greenhopper.jira:jsw-story-points';
const SPRINT_TYPE = 'com.pyxis.greenhopper.jira:gh-sprint';
/** The flag is an ordinary checkboxes field made by Jira Software. Only its name identifies it. */
const CHECKBOXES_TYPE = 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes';
const FLAGGED_NAME = 'flagged';
/** The Team field's types: today's first, then that of sites which had it from Advanced Roadmaps. */
const TEAM_TYPES = [
  'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team',
  'com.atlassian.teams:rm-teams-custom-field-team',
];
/** "Story Points" of company-managed projects is an ordinary number field. Only its name identifies it. */
const STORY_POINTS_NAME = 'story points';
/** The start of Jira's plans is an ordinary date field. Only its name identifies it. */
const START_NAME = 'start date';
const STORY_POINT_ESTIMATE_NAME = 'story point estimate';

const fields = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    /** the name before translation; not every field has one */
    untranslatedName: z.string().optional(),
    schema: z.object({ type: z.string(), custom: z.string().optional() }).optional(),
  }),
);

type Field = z.infer<typeof fields>[number];

const allFields = (as: As): Promise<Field[]> =>
  ask({ as, path: route`/rest/api/3/field` }, fields, ({ length }) => length);

/** The site's number fields, by name. One call. */
export const numberFields = async (as: As): Promise<{ id: string; name: string }[]> =>
  (await allFields(as))
    .filter((field) => field.schema?.type === 'number' && field.schema.custom !== undefined)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));

/**
 * Finds the fields of this site. One call. The app's own field is known by its type, which contains app, environment
 * and module.
 * @param estimates ids of estimate fields that an admin chose; those that no longer exist are ignored
 */
export const discoverFields = async (as: As, estimates: readonly string[] = []): Promise<SiteFields> => {
  const { appAri, environmentAri } = getAppContext();
  const objectiveType = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${OBJECTIVE_MODULE}`;
  return siteFields(await allFields(as), objectiveType, estimates);
};

/** Picks the fields from all those of a site. */
export const siteFields = (
  all: readonly Field[],
  objectiveType: string,
  chosenEstimates: readonly string[] = [],
): SiteFields => {
  const idOf = (matches: (field: Field) => boolean): string | null => all.find(matches)?.id ?? null;
  const isNumber = (name: string) => (field: Field) =>
    field.schema?.type === 'number' && field.name.toLowerCase() === name;
  const estimate =
    idOf(({ schema }) => schema?.custom === STORY_POINT_ESTIMATE_TYPE) ?? idOf(isNumber(STORY_POINT_ESTIMATE_NAME));
  const points = idOf(isNumber(STORY_POINTS_NAME));
  const chosen = chosenEstimates.filter((chosenId) => all.some(({ id }) => id === chosenId));
  return {
    objective: idOf(({ schema }) => schema?.custom === objectiveType),
    estimates: chosen.length > 0 ? chosen : [estimate, points].filter((id): id is string => id !== null),
    sprint: idOf(({ schema }) => schema?.custom === SPRINT_TYPE),
    flagged: idOf(
      ({ name, untranslatedName, schema }) =>
        schema?.custom === CHECKBOXES_TYPE && (untranslatedName ?? name).toLowerCase() === FLAGGED_NAME,
    ),
    start: idOf(
      ({ name, untranslatedName, schema }) =>
        schema?.type === 'date' &&
        schema.custom !== undefined &&
        (untranslatedName ?? name).toLowerCase() === START_NAME,
    ),
    team: TEAM_TYPES.map((type) => idOf(({ schema }) => schema?.custom === type)).find((id) => id !== null) ?? null,
  };
};

/** The fields to request of an issue in order to count it. */
export const countingFields = (
  { objective, estimates, sprint, flagged, team, start }: SiteFields,
  { types, links } = NO_STRATEGY_IN_JIRA,
): string[] => [
  'issuetype',
  'project',
  'parent',
  'status',
  'resolution',
  'resolutiondate',
  'statuscategorychangedate',
  'created',
  'updated',
  'assignee',
  'components',
  'fixVersions',
  ...estimates,
  ...[objective, sprint, flagged, team].filter((id) => id !== null),
  ...(types.size === 0 ? [] : ['duedate', start].filter((id) => id !== null)),
  ...(types.size === 0 || links.size === 0 ? [] : ['issuelinks']),
];
