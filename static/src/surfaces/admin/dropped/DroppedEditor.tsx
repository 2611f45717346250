import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { DroppedDecisions, DroppedWork } from '../../../../../src/contract';
import { UNDECIDED } from '../../../../../src/domain/work/dropped';
import { ErrorState } from '../../../shared/ErrorState';
import { ChoiceList } from './ChoiceList';
import { MovesPreview } from './MovesPreview';
import { useEndedWork, useSaveDropped } from './useDropped';
import styles from '../admin.module.css';

/** The choice of resolutions and statuses as a form, with what it changes. */
export function DroppedEditor({ work }: { work: DroppedWork }) {
  const [decided, setDecided] = useState<DroppedDecisions>(work.decided);
  const ended = useEndedWork();
  const save = useSaveDropped();
  const isChanged = JSON.stringify(decided) !== JSON.stringify(work.decided);
  const isByNames = JSON.stringify(decided) === JSON.stringify(UNDECIDED);
  const decide = (now: DroppedDecisions) => {
    setDecided(now);
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(decided);
  };
  const draft = { work, decided, ended: ended.data, onDecide: decide };

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <p>
        Work that was closed without being done is dropped: it enters no total, and its number is shown beside the
        totals. An issue is dropped while its status is in the category Done and its resolution or its status is chosen
        here. Until you choose, names decide: the usual English ones, and Jira’s own words in its languages. They also
        decide on what is added later.
      </p>
      <ChoiceList
        {...draft}
        what="resolution"
        title="Resolutions that mean dropped"
        none="This site has no resolutions."
      />
      <ChoiceList
        {...draft}
        what="status"
        title="Statuses that mean dropped"
        none="No status of this site is in the category Done."
      />
      {ended.isError && <ErrorState error={ended.error} retry={() => void ended.refetch()} />}
      {save.isError && <ErrorState error={save.error} />}
      <footer className={styles.footer}>
        <Button type="submit" appearance="primary" isLoading={save.isPending} isDisabled={!isChanged}>
          Save
        </Button>
        {isChanged && !save.isPending && (
          <Button appearance="subtle" onClick={() => decide(work.decided)}>
            Discard changes
          </Button>
        )}
        {!isByNames && !save.isPending && (
          <Button appearance="subtle" onClick={() => decide(UNDECIDED)}>
            Let names decide
          </Button>
        )}
        <MovesPreview {...draft} isCounting={ended.isPending} />
      </footer>
    </form>
  );
}
