import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useQuery } from '@tanstack/react-query';
import { fetchTransitions, transitionIssue } from '../jira/rest';
import type { Issue } from '../jira/types';
import { StatusLozenge } from './StatusLozenge';

type Props = { issue: Issue; onChange: (work: () => Promise<unknown>) => Promise<void> };

/** The issue's status, and where it can go from there. */
export function StatusMenu({ issue, onChange }: Props) {
  const { status } = issue.fields;
  const transitions = useQuery({
    queryKey: ['transitions', issue.key],
    queryFn: () => fetchTransitions(issue.key),
  });
  if (!transitions.data?.length) return <StatusLozenge status={status} />;
  return (
    <DropdownMenu<HTMLButtonElement>
      trigger={({ triggerRef, ...props }) => (
        <Button
          {...props}
          ref={triggerRef}
          iconAfter={ChevronDownIcon}
          aria-label={`Status: ${status.name}. Change it`}
        >
          {status.name}
        </Button>
      )}
    >
      <DropdownItemGroup>
        {transitions.data.map(({ id, to }) => (
          <DropdownItem key={id} onClick={() => void onChange(() => transitionIssue(issue.key, id))}>
            <StatusLozenge status={to} />
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
