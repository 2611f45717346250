import { Fragment, type ReactNode } from 'react';
import type { MixFigure, Retagged } from '../../../../src/contract';
import { Counted } from '../counted/Counted';
import type { Listed } from '../counted/opened';
import { Explain } from '../explain/Explain';
import type { Explanation } from '../explain/explanation';
import { useFormat } from '../host';
import { explainLate, explainMass, lateOpens, massOpens } from './explainRetags';
import { latePieces, massPieces } from './retagWords';
import styles from './retags.module.css';

type Props = {
  /** where the issues behind the numbers are */
  of: Listed;
  retags: Retagged;
  effort: MixFigure;
  /** whether the page is over projects, so that each note names its own */
  isOfProjects?: boolean;
};

/** What of the effort was linked after it was done, and much at once: notes beside the alignment, which judge nobody. */
export function RetagNotes({ of, retags, effort, isOfProjects = false }: Props) {
  const format = useFormat();
  const { late, mass, massTotal } = retags;
  const { numbers, without } = latePieces(late, of.look.measure, format);
  if (numbers.length === 0 && mass.length === 0) return null;
  return (
    <section className={styles.notes} aria-label="When it was linked">
      <p className="subtle">When it was linked</p>
      <ul>
        {numbers.length > 0 && (
          <Note
            numbers={numbers.map(({ of: standing, text, said }) => ({
              number: <Counted opened={lateOpens(of, standing)} text={text} />,
              said,
            }))}
            without={without}
            explanation={explainLate(late, effort, of, format)}
          />
        )}
        {mass.map((one) => {
          const opens = massOpens(one, of, isOfProjects);
          const said = massPieces(one, isOfProjects, format);
          return (
            <Note
              key={`${one.project?.id} ${one.from} ${one.to}`}
              numbers={said.numbers.map(({ text, said: words }) => ({
                number: opens ? <Counted opened={opens} text={text} /> : text,
                said: words,
              }))}
              without={said.without}
              explanation={explainMass(one, opens, of.look.measure, format)}
            />
          );
        })}
        {massTotal > mass.length && <li>{format.number(massTotal - mass.length)} earlier such notes are not shown.</li>}
      </ul>
    </section>
  );
}

type NoteProps = { numbers: { number: ReactNode; said: string }[]; without: string; explanation: Explanation };

const Note = ({ numbers, without, explanation }: NoteProps) => (
  <li>
    {numbers.map(({ number, said }, at) => (
      <Fragment key={said}>
        {at > 0 && ', and '}
        {number}
        {said}
      </Fragment>
    ))}
    {without}
    <Explain explanation={explanation}>{explanation.value}</Explain>
  </li>
);
