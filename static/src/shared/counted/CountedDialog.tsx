import Button from '@atlaskit/button/new';
import { Inline } from '@atlaskit/primitives/compiled';
import { Dialog } from '../dialog/Dialog';
import { CountedList } from './CountedList';
import type { Opened } from './opened';

type Props = { opened: Opened; onClose: () => void };

/** The issues behind a number, over the page. */
export const CountedDialog = ({ opened, onClose }: Props) => (
  <CountedList opened={opened}>
    {(list, actions) => (
      <Dialog
        title={`${opened.title}: the issues`}
        width="x-large"
        onClose={onClose}
        footer={
          <Inline space="space.100" shouldWrap>
            {actions}
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </Inline>
        }
      >
        {list}
      </Dialog>
    )}
  </CountedList>
);
