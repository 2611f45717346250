import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';

/** How long the browser may take to begin saving, in ms. */
const GONE_AFTER_MS = MINUTE_MS;

/** Downloads CSV text as a file. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), GONE_AFTER_MS);
}
