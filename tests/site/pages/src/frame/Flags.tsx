import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { closeFlag, useFlags } from './flagStore';

const ICONS = {
  info: <InformationIcon label="Information" color="var(--ds-icon-information)" />,
  success: <SuccessIcon label="Success" color="var(--ds-icon-success)" />,
  warning: <WarningIcon label="Warning" color="var(--ds-icon-warning)" />,
  error: <ErrorIcon label="Error" color="var(--ds-icon-danger)" />,
};

/** The messages that the app, or the page, shows in the corner. */
export function Flags() {
  const flags = useFlags();
  return (
    <FlagGroup onDismissed={closeFlag}>
      {flags.map(({ id, title, description, type = 'info', isAutoDismiss, actions }) => {
        const Kind = isAutoDismiss ? AutoDismissFlag : Flag;
        const buttons = actions?.map(({ text, onClick }) => ({ content: text, onClick }));
        return <Kind key={id} id={id} icon={ICONS[type]} title={title} description={description} actions={buttons} />;
      })}
    </FlagGroup>
  );
}
