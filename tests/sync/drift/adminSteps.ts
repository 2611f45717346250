import fc from 'fast-check';
import { applyDecisions } from '../../../src/sync/applyDecisions';
import { chosen, pick, step } from './steps';
import { TYPES } from './world';

const CATEGORIES = ['new', 'indeterminate', 'done', 'undefined'] as const;
/** Names of which some mean that work was dropped. */
const RESOLUTION_NAMES = ['Done', 'Obsolete', 'Fixed', 'Declined', "Won't Do"];

/** A status changes category, a resolution its name, a type its level: no event tells. */
const meaning = fc.record({ what: fc.constantFrom('status', 'resolution', 'type'), pick, to: pick }).map((details) =>
  step('meaning', details, ({ jira: { catalogue } }) => () => {
    const { what, to } = details;
    if (what === 'status') {
      const status = chosen(catalogue.statuses(), details.pick);
      if (status) catalogue.moveStatus(status, chosen(CATEGORIES, to) ?? 'new');
    } else if (what === 'resolution') {
      const resolution = chosen(catalogue.resolutions.all(), details.pick);
      if (resolution) catalogue.resolutions.rename(resolution, chosen(RESOLUTION_NAMES, to) ?? 'Fixed');
    } else {
      const type = chosen(TYPES, details.pick);
      if (type) catalogue.addIssueType(type, (to % 4) - 1);
    }
  }),
);

/** An admin decides what counts as dropped, or leaves it to the names again. No event tells. */
const dropped = fc
  .record({
    resolution: fc.array(fc.tuple(pick, fc.boolean()), { maxLength: 3 }),
    status: fc.array(fc.tuple(pick, fc.boolean()), { maxLength: 3 }),
  })
  .map((details) =>
    step('decide what is dropped', details, ({ site, jira: { catalogue } }) => () => {
      const decisions = (named: readonly { id: string }[], picked: readonly (readonly [number, boolean])[]) =>
        Object.fromEntries(
          picked.flatMap(([one, isDropped]) => {
            const id = chosen(named, one)?.id;
            return id === undefined ? [] : [[id, isDropped]];
          }),
        );
      const decided = {
        resolution: decisions(catalogue.resolutions.all(), details.resolution),
        status: decisions(catalogue.statuses(), details.status),
      };
      return site.runInApp(() => applyDecisions(decided, site.clock.now()));
    }),
  );

/**
 * A project is archived, trashed, restored, deleted or created. One event tells of it, unless lost; none of its issues.
 */
const project = fc
  .record({
    pick,
    what: fc.constantFrom('archive', 'archive', 'trash', 'trash', 'restore', 'restore', 'delete', 'create'),
  })
  .map((details) =>
    step('life of a project', details, ({ jira, tell }) => {
      const { life } = jira;
      const gone = life.projectsIn('archived', 'trashed');
      const one = chosen(details.what === 'restore' ? gone : jira.projects(), details.pick);
      if (details.what === 'create')
        return () => void life.createProject({ key: `MADE${details.pick}`, name: 'Made', everyone: 'admin' });
      if (!one || (details.what === 'delete' && jira.projects().length < 2)) return null;
      return () => {
        tell(`  ${one.key}`);
        if (details.what === 'archive') life.archiveProject(one.key);
        if (details.what === 'trash') life.trashProject(one.key);
        if (details.what === 'restore') life.restoreProject(one.key);
        if (details.what === 'delete') life.deleteProject(one.key);
      };
    }),
  );

/** Issues are archived or restored with their sub-tasks. Undocumented effects are chosen at random. */
const archive = fc
  .record({
    pick,
    restore: fc.boolean(),
    archiving: fc.record({ bulkfetch: fc.boolean(), event: fc.boolean(), updated: fc.boolean() }),
  })
  .map((details) =>
    step('archive', details, ({ jira, tell }) => {
      const issue = chosen(
        [...jira.issues.all()].filter(
          ({ archived, type, project }) =>
            archived === details.restore && type.hierarchyLevel >= 0 && project.state === 'live',
        ),
        details.pick,
      );
      if (!issue) return null;
      return () => {
        tell(`  ${issue.key}`);
        jira.life.archiving = details.archiving;
        jira.life.archiveIssue(issue.key, !details.restore);
      };
    }),
  );

/** Steps of Jira admins that concern the whole site. */
export const adminSteps = [
  { weight: 2, arbitrary: meaning },
  { weight: 1, arbitrary: dropped },
  { weight: 3, arbitrary: project },
  { weight: 3, arbitrary: archive },
];
