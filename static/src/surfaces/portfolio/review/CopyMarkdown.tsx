import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { tellDone } from '../../../shared/flags';
import { useFormat } from '../../../shared/host';
import { reviewMarkdown } from './markdown';
import type { ReviewPack } from './pack';

/** Copies the review as Markdown. `onRefused` gets the text if the browser forbids copying. */
export function CopyMarkdown({ pack, onRefused }: { pack: ReviewPack; onRefused: (text: string) => void }) {
  const format = useFormat();
  const [isCopying, setCopying] = useState(false);
  const copy = async () => {
    const text = reviewMarkdown(pack, format);
    setCopying(true);
    try {
      await navigator.clipboard.writeText(text);
      tellDone('review-copied', 'Copied as Markdown');
    } catch {
      // No permission in this frame, or no clipboard at all.
      onRefused(text);
    } finally {
      setCopying(false);
    }
  };
  return (
    <Button isDisabled={isCopying} onClick={() => void copy()}>
      Copy as Markdown
    </Button>
  );
}
