import type { UndecidedUnit } from '../../src/contract';
import { EPIC_LEVEL } from '../../src/domain/work/workItem';
import { readFieldValue } from '../../static/src/shared/fieldValue';
import type { Undecided } from '../../static/src/shared/triage/groups';
import type { Site } from '../site/site';

/** A unit that wants a decision as the page has it: with what Jira shows of it. */
export const shownUnit = ({ jira }: Site, unit: UndecidedUnit): Undecided => {
  const { key, summary, parent, components, labels, team, appValues } = jira.issue(unit.id);
  return {
    ...unit,
    facts: {
      ...{ key, summary, labels, assignee: null, team, tag: readFieldValue(Object.values(appValues)[0]) },
      parent: parent && {
        ...{ ...parent, summary: '' },
        level: jira.issues.find(parent.id)?.type.hierarchyLevel ?? EPIC_LEVEL,
      },
      components: components.map(({ id, name }) => ({ id: String(id), name })),
      sprints: [],
      versions: [],
      unit: null as never,
    },
  };
};
