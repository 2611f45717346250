import VisuallyHidden from '@atlaskit/visually-hidden';
import type { IssueAlignment } from '../../../../src/contract';
import { RUN_TITLE } from '../../../../src/domain/work/workItem';
import { ErrorState } from '../../shared/ErrorState';
import { Loading } from '../../shared/Loading';
import { SyncBanner } from '../../shared/SyncBanner';
import { Chain } from './Chain';
import { hasMalformedTag, type Names, targetOf, useNames } from './names';
import { canClear } from './notes';
import { Serves } from './Serves';
import { TagControls } from './TagControls';
import { useIssueAlignment } from './useIssueAlignment';
import { HiddenTitle } from '../../shared/HiddenTitle';
import styles from './issue.module.css';

function servesNow({ serves }: IssueAlignment, { own }: Names): string {
  if (serves.kind === 'none') return `${own} serves no objective now.`;
  return `${own} now serves ${serves.kind === 'run' ? RUN_TITLE : (serves.chain[0]?.objective.key ?? '')}.`;
}

function Content({ wide }: { wide: boolean }) {
  const { query, tag, seen } = useIssueAlignment();
  const names = useNames(seen.data, seen.isError);
  if (query.isPending) return <Loading lines={4} label="Loading what this issue serves" />;
  if (query.isError && !query.data) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const { alignment } = query.data;

  return (
    <>
      <SyncBanner sync={alignment.sync} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Serves alignment={alignment} names={names} />
          <TagControls
            alignment={alignment}
            target={targetOf(alignment, names)}
            mayClear={canClear(alignment, hasMalformedTag(alignment, names))}
            isSaving={tag.isPending}
            onTag={(wanted) => tag.mutate(wanted)}
          />
          {tag.isError && <ErrorState error={tag.error} />}
        </div>
        <Chain alignment={alignment} withProgress={wide} />
      </div>
      <VisuallyHidden>
        <div role="status">{tag.isSuccess && servesNow(tag.data, names)}</div>
      </VisuallyHidden>
    </>
  );
}

/** Which objective an issue serves, why that matters, and its progress. `wide`: in the panel, not the context */
export default function IssuePage({ wide }: { wide: boolean }) {
  return (
    <main className={wide ? styles.wide : styles.narrow}>
      <HiddenTitle>Alignment</HiddenTitle>
      <Content wide={wide} />
    </main>
  );
}
