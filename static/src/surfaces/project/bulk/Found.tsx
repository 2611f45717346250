import { InJira } from '../../../shared/counted/InJira';
import { useFormat } from '../../../shared/host';
import { leftOut, tagsIn } from './bulkWords';
import type { Gathered } from './useBulk';

type Props = {
  found: Gathered;
  /** what finds them in Jira; `null`: they were selected on the page */
  jql: string | null;
  /** how many have the chosen link already, and how many another; before one is chosen none */
  same: number;
  other: number;
};

/** What was found, and what could be done with it. */
export function Found({ found, jql, same, other }: Props) {
  const format = useFormat();
  if (found.found === 0) return <p role="status">No issue of this project matches, as far as you can see.</p>;
  const linked = tagsIn(found, null).other;
  const issues = format.count(found.found, 'issue');
  const already = [
    same > 0 && `${format.number(same)} with this link already`,
    other > 0 && `${format.number(other)} with another link`,
    same + other === 0 && linked > 0 && `${format.number(linked)} with a link already`,
  ].filter((words) => words !== false);
  return (
    <div role="status">
      <p>
        <strong>{jql === null ? issues : <InJira text={issues} jql={jql} />} found.</strong>{' '}
        {format.number(found.editable)} may be linked
        {already.length > 0 && ` (${already.join(', ')})`}.
      </p>
      <ul>
        {leftOut(found, format).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
