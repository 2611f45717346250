import type { Reason } from '../../../../src/domain/suggestions/reasons';

/** How many issues serve the objective. */
const serve = (count: number, which: string): string =>
  count === 1 ? `1 issue ${which} serves it` : `${count} issues ${which} serve it`;

/** A reason for an objective in words; the objective is "it". `day`: writes the day of an instant (epoch milliseconds) */
export const reasonText = ({ subject, units, newest, shared }: Reason, day: (instant: number) => string): string => {
  const names = shared.join(', ');
  switch (subject) {
    case 'words':
      return `words in common: ${names}`;
    case 'recency':
      return newest === null
        ? 'work that serves it was created lately'
        : `work that serves it was created lately, on ${day(newest)}`;
    case 'parent':
      return serve(units, 'below the same epic');
    case 'reporter':
      return serve(units, 'of the same reporter');
    case 'assignee':
      return serve(units, 'of the same assignee');
    case 'component':
      return serve(units, `of component ${names}`);
    case 'label':
      return serve(units, `with label ${names}`);
    case 'sprint':
      return serve(units, `of sprint ${names}`);
    case 'version':
      return serve(units, `for version ${names}`);
    case 'type':
      return serve(units, 'of the same type');
    case 'project':
      return serve(units, 'of the same project');
    case 'key':
      return 'issues created next to this one serve it';
    case 'unused':
      return 'it is new';
    case 'owner':
      return 'its owner reported or has the work';
  }
};
