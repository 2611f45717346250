import { LinkedBy } from '../linked/LinkedBy';
import type { CountedRow } from './useCounted';

/** Who linked an issue of a list to what it serves; of what it inherits, that it does. */
export function LinkedCell({ row: { linked, isTagged } }: { row: CountedRow }) {
  if (linked !== null) return <LinkedBy linked={linked} />;
  return <span className="subtle">{isTagged ? 'Not known' : 'Inherited'}</span>;
}
