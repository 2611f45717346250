import { useFormat } from './host';

type Props = {
  shown: number;
  /** also those that are hidden, or not read yet */
  total: number;
  /** how many Jira hides from the viewer */
  hidden: number;
};

/** Says how much of a list is shown. */
export function ShownOf({ shown, total, hidden }: Props) {
  const format = useFormat();
  return (
    <p className="subtle">
      {format.number(shown)} of {format.number(total)} shown
      {hidden > 0 && `, ${format.number(hidden)} more you cannot see`}
    </p>
  );
}
