import { useFormat } from '../host';
import { FORMER_USER, PersonName } from '../people/PersonName';
import type { Linked } from './linked';
import { HOW } from './linkedWords';

/** Who linked an issue, how and when. */
export function LinkedBy({ linked }: { linked: Linked }) {
  const format = useFormat();
  if (linked.how === 'created') return HOW.created;
  const how = HOW[linked.how];
  return (
    <>
      <PersonName accountId={linked.by} none={FORMER_USER} />
      {`${how === '' ? '' : `, ${how}`}, ${format.date(linked.at)}`}
    </>
  );
}
