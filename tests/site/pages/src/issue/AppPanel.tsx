import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ShowMoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { AppFrame } from '../frame/AppFrame';
import type { PanelState } from '../jira/rest';
import { setPanel } from '../jira/rest';
import type { Issue } from '../jira/types';
import styles from './issue.module.css';
import { issuePlace } from './place';

type Props = {
  module: { type: string; key: string; title: string };
  issue: Issue;
  state: PanelState;
  onState: () => void;
  onRefresh: () => void;
};

/** The app's panel in the main column, with the menu that Jira gives it. */
export function AppPanel({ module, issue, state, onState, onRefresh }: Props) {
  const set = async (what: { issue: string } | { project: string }, shown: boolean) => {
    await setPanel(what, shown);
    onState();
  };
  const { project } = issue.fields;
  return (
    <section className={styles.section} aria-labelledby="panel">
      <div className={styles.panelHead}>
        <h2 id="panel" className={styles.sectionTitle}>
          {module.title}
        </h2>
        <DropdownMenu<HTMLButtonElement>
          trigger={({ triggerRef, ...props }) => (
            <IconButton
              {...props}
              ref={triggerRef}
              icon={ShowMoreIcon}
              label={`${module.title} panel: more`}
              appearance="subtle"
              spacing="compact"
            />
          )}
        >
          <DropdownItemGroup>
            <DropdownItem onClick={() => void set({ project: project.key }, !state.pinned)}>
              {state.pinned ? `Unpin from ${project.name}` : `Pin to all work items of ${project.name}`}
            </DropdownItem>
            {!state.pinned && <DropdownItem onClick={() => void set({ issue: issue.key }, false)}>Hide</DropdownItem>}
          </DropdownItemGroup>
        </DropdownMenu>
      </div>
      <div className={styles.box}>
        <AppFrame title={module.title} place={issuePlace(module.key, module.type, issue)} onRefresh={onRefresh} />
      </div>
    </section>
  );
}
