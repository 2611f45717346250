import type { ChainLink, IssueAlignment } from '../../../../src/contract';
import { DEFAULT_WINDOW_DAYS } from '../../../../src/domain/time/window';
import { opensObjective } from '../../shared/counted/opened';
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
      // The work of a draft is listed for those only who see the draft.
      ...(objective.status !== 'draft' && {
        opens: (title, part, of) =>
          opensObjective(title, part, objective.key, { window: DEFAULT_WINDOW_DAYS, measure: alignment.measure }, of),
      }),
    },
    format,
  );
  return <ProgressFigure work={work} measure={alignment.measure} explanation={explanation} below />;
}
