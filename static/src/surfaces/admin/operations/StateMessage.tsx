import SectionMessage from '@atlaskit/section-message';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { Operations } from '../../../../../src/contract';
import { useFormat } from '../../../shared/host';
import { stateOf } from './state';

/** Whether all is well, in a line. Those who hear the page are told when it becomes another. */
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
