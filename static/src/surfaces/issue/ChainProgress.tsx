import type { ChainLink, IssueAlignment } from '../../../../src/contract';
import { explainWork, subtreeWorkIn } from '../../shared/explain/explanation';
import { useFormat } from '../../shared/host';
import { ProgressFigure } from '../../shared/ProgressFigure';

/** The work progress of an objective of the chain, over its whole subtree. */
export function ChainProgress({ link, alignment }: { link: ChainLink; alignment: IssueAlignment }) {
  const format = useFormat();
  const { objective, work } = link;
  if (!work) return <p className="subtle">Its progress is shown to those who may see the portfolio.</p>;
  const explanation = explainWork(
    work,
    {
      title: `Progress of ${objective.key}`,
      covers: subtreeWorkIn(alignment.covers),
      measure: alignment.measure,
      asOf: alignment.asOf,
      median: null,
    },
    format,
  );
  return <ProgressFigure work={work} measure={alignment.measure} explanation={explanation} below />;
}
