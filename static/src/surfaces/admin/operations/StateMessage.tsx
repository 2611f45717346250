import SectionMessage from '@atlaskit/section-message';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { Operations } from '../../../../../src/contract';
import { useFormat } from '../../../shared/host';
import { stateOf } from './state';

/** How the app runs, in a line. Screen readers are told when it changes. */
export function StateMessage({ seen }: { seen: Operations }) {
  const { appearance, title, text } = stateOf(seen, useFormat());
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
