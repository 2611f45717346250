import { NumberButton } from './NumberButton';
import type { Opened } from './opened';
import { useListing } from './useListing';

type Props = { opened: Opened; text: string };

/** A number that opens the list of the issues behind it. */
export function Counted({ opened, text }: Props) {
  const { show, listing } = useListing();
  return (
    <>
      <NumberButton opened={opened} text={text} onShow={show} />
      {listing}
    </>
  );
}
