import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useNavigate } from 'react-router-dom';
import { isInJira } from '../../../../shared/jira/seenObjectives';
import { searchOf, useLook } from '../../../../shared/routing/look';
import { objectivePath } from '../../ObjectiveLink';
import { CHECK_IN } from './checkInQuery';
import type { ObjectiveActions } from './useObjectiveActions';

type Props = { objectiveKey: string; isArchived: boolean; actions: ObjectiveActions };

/** The items. A component, so that they are computed only once the menu is open. */
function Choices({ objectiveKey: key, isArchived, actions }: Props) {
  const navigate = useNavigate();
  const look = useLook();
  const why = isArchived ? null : actions.whyNotArchived(key);
  const whyKept = actions.whyNotDeleted(key);
  const both = (
    <>
      <DropdownItem onClick={() => actions.edit(key)}>Edit</DropdownItem>
      <DropdownItem onClick={() => void navigate(objectivePath(key) + searchOf(look, CHECK_IN))}>Check in</DropdownItem>
    </>
  );
  // Its place, and whether it goes on, is said in Jira.
  if (isInJira(key)) return <DropdownItemGroup>{both}</DropdownItemGroup>;
  return (
    <>
      <DropdownItemGroup>
        {both}
        <DropdownItem onClick={() => actions.create(key)}>Create objective below</DropdownItem>
      </DropdownItemGroup>
      <DropdownItemGroup hasSeparator>
        <DropdownItem isDisabled={actions.isFirst(key)} onClick={() => actions.moveBy(key, -1)}>
          Move up
        </DropdownItem>
        <DropdownItem isDisabled={actions.isLast(key)} onClick={() => actions.moveBy(key, 1)}>
          Move down
        </DropdownItem>
        <DropdownItem onClick={() => actions.move(key)}>Move…</DropdownItem>
      </DropdownItemGroup>
      <DropdownItemGroup hasSeparator>
        <DropdownItem
          isDisabled={why !== null}
          description={why ?? undefined}
          onClick={() => actions.archive(key, !isArchived)}
        >
          {isArchived ? 'Restore' : 'Archive'}
        </DropdownItem>
        <DropdownItem
          isDisabled={whyKept !== null}
          description={whyKept ?? undefined}
          onClick={() => actions.delete(key)}
        >
          Delete…
        </DropdownItem>
      </DropdownItemGroup>
    </>
  );
}

export const RowMenu = (props: Props) => (
  <DropdownMenu
    placement="bottom-end"
    trigger={({ triggerRef, ...trigger }) => (
      <IconButton
        {...trigger}
        ref={triggerRef}
        icon={MoreIcon}
        label={`Actions for ${props.objectiveKey}`}
        appearance="subtle"
        spacing="compact"
      />
    )}
  >
    <Choices {...props} />
  </DropdownMenu>
);
