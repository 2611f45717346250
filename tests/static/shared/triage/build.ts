import type { IssueFacts } from '../../../../static/src/shared/jira/issueFacts';
import type { Undecided } from '../../../../static/src/shared/triage/groups';

type Given = Partial<Pick<Undecided, 'size' | 'standing'>> & Partial<Omit<IssueFacts, 'unit'>>;

/** An unlinked unit of one item in project WEB that Jira tells nothing else about. */
export const undecided = (number: number, { size = 1, standing = 'unlinked', ...facts }: Given = {}): Undecided => {
  const key = facts.key ?? `WEB-${number}`;
  const { parent = null, components = [], labels = [], assignee = null, summary = '' } = facts;
  return {
    id: String(number),
    size,
    standing,
    setAside: null,
    facts: {
      ...{ key, summary, parent, components, labels, assignee, team: null, tag: null },
      ...{ sprints: [], versions: [] },
      ...facts,
      unit: {
        ...{ id: number, number, parent: parent && Number(parent.id), created: number, project: 'WEB', type: 'Story' },
        ...{ reporter: null, assignee: null, labels, sprints: [], versions: [], summary },
        components: components.map(({ name }) => name),
      },
    },
  };
};

export const epic = (number: number, summary = `Epic ${number}`) => ({
  id: String(number),
  key: `WEB-${number}`,
  summary,
  level: 1,
});
