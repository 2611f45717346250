import type { JiraSite, NewIssue } from '../jira/jiraSite';

const FORTNIGHT = 14 * 86_400_000;
const PAST = 6;

/** A project's sprints of two weeks: six past ones, the present one and the next. */
export class Sprints {
  private readonly ids: number[];

  constructor(
    jira: JiraSite,
    project: { key: string; name: string },
    board: number,
    private readonly now: number,
  ) {
    this.ids = Array.from({ length: PAST + 2 }, (_, index) => {
      const state = index < PAST ? 'closed' : index === PAST ? 'active' : 'future';
      return jira.catalogue.addSprint(`${project.key} sprint ${index + 1}`, state, board).id;
    });
  }

  /** The sprint in which work was done or is in progress; none for work to do, unless it is planned next. */
  of(
    { status, statusCategoryChanged }: Pick<NewIssue, 'status' | 'statusCategoryChanged'>,
    plannedNext: boolean,
  ): number[] {
    if (status === 'To Do') return plannedNext ? this.ids.slice(-1) : [];
    const ago = status === 'In Progress' ? 0 : Math.ceil((this.now - (statusCategoryChanged ?? this.now)) / FORTNIGHT);
    const id = this.ids[Math.max(0, PAST - ago)];
    return id === undefined ? [] : [id];
  }
}
