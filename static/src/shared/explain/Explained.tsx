import { useListing } from '../counted/useListing';
import type { Explanation } from './explanation';
import { ExplanationText } from './ExplanationText';

/** An explanation in the flow of the page, with the lists that its numbers open. */
export function Explained({ explanation }: { explanation: Explanation }) {
  const { show, listing } = useListing();
  return (
    <>
      <ExplanationText explanation={explanation} onShow={show} />
      {listing}
    </>
  );
}
