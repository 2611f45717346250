import { getAppContext, route } from '@forge/api';
import { z } from 'zod';
import { type As, ask } from './request';

/** The fields that the app reads, by the ids that this site gave them. */
export type SiteFields = {
  /** `null` until an admin has put the strategic-objective field on a screen: before, Jira does not list it */
  objective: string | null;
  /** the first that has a value gives an issue's estimate */
  estimates: string[];
  sprint: string | null;
  /** Jira Software's checkboxes that raise an issue's flag */
  flagged: string | null;
  /** the team that an issue belongs to */
  team: string | null;
};

const OBJECTIVE_MODULE = 'strategic-objective';
/** Jira Software's types of the estimate of team-managed projects and of the sprint. */
const STORY_POINT_ESTIMATE_TYPE = 'com.pyxis.greenhopper.jira:jsw-story-points';
const SPRINT_TYPE = 'com.pyxis.greenhopper.jira:gh-sprint';
/** The flag is an ordinary checkboxes field that Jira Software makes; only its name tells it. */
const CHECKBOXES_TYPE = 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes';
const FLAGGED_NAME = 'flagged';
/** Types of the Team field: that of today's sites first, then that of sites which had it from Advanced Roadmaps. */
const TEAM_TYPES = [
  'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team',
  'com.atlassian.teams:rm-teams-custom-field-team',
];
/** "Story Points" of company-managed projects is an ordinary number field; only its name tells it. */
const STORY_POINTS_NAME = 'story points';
const STORY_POINT_ESTIMATE_NAME = 'story point estimate';

const fields = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    /** the name before Jira translated it for the reader; not every field has one */
    untranslatedName: z.string().optional(),
    schema: z.object({ type: z.string(), custom: z.string().optional() }).optional(),
  }),
);

type Field = z.infer<typeof fields>[number];

const allFields = (as: As): Promise<Field[]> =>
  ask({ as, path: route`/rest/api/3/field` }, fields, ({ length }) => length);

/** The number fields of the site, by name: one call. */
export const numberFields = async (as: As): Promise<{ id: string; name: string }[]> =>
  (await allFields(as))
    .filter((field) => field.schema?.type === 'number' && field.schema.custom !== undefined)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));

/**
 * Finds the fields among those of the site: one call. The app's own is known by its type, which names app, environment and module.
 * @param estimates ids of the fields that give estimates, where an admin chose some; those that the site no longer has do not count
 */
export const discoverFields = async (as: As, estimates: readonly string[] = []): Promise<SiteFields> => {
  const { appAri, environmentAri } = getAppContext();
  const objectiveType = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${OBJECTIVE_MODULE}`;
  return siteFields(await allFields(as), objectiveType, estimates);
};

/** The fields that the app reads among those of a site, given the type of the app's own and what an admin chose for estimates. */
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
    team: TEAM_TYPES.map((type) => idOf(({ schema }) => schema?.custom === type)).find((id) => id !== null) ?? null,
  };
};

/** What the app asks of an issue in order to count it. */
export const countingFields = ({ objective, estimates, sprint, flagged, team }: SiteFields): string[] => [
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
];
