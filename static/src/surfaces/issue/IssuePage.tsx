import Button from '@atlaskit/button/new';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { IssueAlignment } from '../../../../src/contract';
import { RUN_TITLE } from '../../../../src/domain/work/workItem';
import { ErrorState } from '../../shared/ErrorState';
import { projectOf, useHost } from '../../shared/host';
import { Loading } from '../../shared/Loading';
import { PageLink } from '../../shared/routing/PageLink';
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
  const { query, tag, move, seen } = useIssueAlignment();
  const names = useNames(seen.data, seen.isError);
  const project = projectOf(useHost().context);
  if (query.isPending) return <Loading lines={4} label="Loading what this issue serves" />;
  if (query.isError && !query.data) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const { alignment } = query.data;

  return (
    <>
      <SyncBanner sync={alignment.sync} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Serves alignment={alignment} names={names} withWhy={wide} />
          <TagControls
            alignment={alignment}
            target={targetOf(alignment, names)}
            mayClear={canClear(alignment, hasMalformedTag(alignment, names))}
            isSaving={tag.isPending}
            onTag={(wanted, isSuggested) => tag.mutate({ wanted, isSuggested })}
          />
          {alignment.counted.kind === 'subtask' && alignment.tag !== null && alignment.canEdit && (
            <div className={styles.buttons}>
              <Button spacing="compact" isLoading={move.isPending} onClick={() => move.mutate()}>
                {`Move its own objective to ${targetOf(alignment, names)}`}
              </Button>
            </div>
          )}
          {(tag.error ?? move.error) && <ErrorState error={tag.error ?? move.error ?? new Error()} />}
        </div>
        <Chain alignment={alignment} withProgress={wide} />
        {wide && project && (
          <PageLink
            place={{ moduleKey: 'project-alignment', projectKey: project.key }}
            path="?tab=unlinked&group=everything&mine=1"
          >
            My work that serves nothing
          </PageLink>
        )}
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
