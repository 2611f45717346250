import SectionMessage from '@atlaskit/section-message';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { Operations } from '../../../../../src/contract';
import { useFormat } from '../../../shared/host';
import { stateOf } from './state';

/** How the app runs, in a line. Screen readers are told when it changes. */
export function StateMessage({ operations }: { operations: Operations }) {
  const { appearance, title, text } = stateOf(operations, useFormat());
  return (
    <>
      <VisuallyHidden>
        <p role="status">{title}</p>
      </VisuallyHidden>
      <SectionMessage appearance={appearance} title={title}>
        <p>{text}</p>
      </SectionMessage>
    </>
  );
}
