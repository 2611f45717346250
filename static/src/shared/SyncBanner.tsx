import { Stack } from '@atlaskit/primitives/compiled';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import type { MixFigure, SyncProgress, SyncState } from '../../../src/contract';
import type { Format } from './format';
import { useFormat } from './host';
import { syncShare } from './syncShare';
import { WindowsRead } from './WindowsRead';

/**
 * How far the first sync is, and what that means for the figures. Once it is complete, only what is missing in them.
 * `alignment`: the alignment figures on the page; default: there are none
 */
export function SyncBanner({ sync, alignment }: { sync: SyncState; alignment?: readonly MixFigure[] }) {
  const format = useFormat();
  if (sync.state === 'complete') return alignment && sync.unread ? <Unread projects={sync.unread} /> : null;
  if (sync.state === 'never') {
    return (
      <SectionMessage appearance="information" title="The app has not read this site’s work yet">
        <p>The first sync starts by itself after the app is installed. Figures appear here as soon as it has begun.</p>
      </SectionMessage>
    );
  }
  const { total, share } = syncShare(sync);
  const done = progressInWords(sync, total, format);
  return (
    <SectionMessage appearance="information" title="The first sync is running">
      <Stack space="space.100">
        <p>
          {done} {alignment ? 'Figures that are not complete' : 'Figures'} grow until it ends; you can already link
          work.
        </p>
        <ProgressBar value={share} ariaLabel={`First sync, ${format.percent(share)} done`} />
        {alignment && (
          <WindowsRead
            windows={sync.windows}
            unestimated={alignment.reduce((sum, { unestimated }) => sum + unestimated, 0)}
          />
        )}
        <Outlook sync={sync} />
      </Stack>
    </SectionMessage>
  );
}

/** Projects that the figures lack. */
function Unread({ projects }: { projects: number }) {
  const format = useFormat();
  return (
    <SectionMessage appearance="warning" title="Work is missing here">
      <p>
        Jira fails to search {format.count(projects, 'project')} that these figures cover, so the app could not read{' '}
        {projects === 1 ? 'its' : 'their'} work. It tries again every day.
      </p>
    </SectionMessage>
  );
}

function progressInWords({ of, done }: SyncProgress, total: number, format: Format): string {
  if (of === 'issues') return `${format.number(done)} of about ${format.number(total)} issues read.`;
  if (total === 1) return 'The project that you may browse is not read to its end yet.';
  return `${format.number(done)} of the ${format.count(total, 'project')} that you may browse ${done === 1 ? 'is' : 'are'} read.`;
}

/** Until when it waits, and when it should end. */
function Outlook({ sync: { waitingUntil, estimatedEnd } }: { sync: SyncProgress }) {
  const format = useFormat();
  const sentences = [
    ...(waitingUntil === null
      ? []
      : [
          `It has read what Jira lets the app read in an hour, and goes on at ${format.time(waitingUntil)}. Changes are followed meanwhile.`,
        ]),
    ...(estimatedEnd === null ? [] : [`It should end around ${format.time(estimatedEnd)}.`]),
  ];
  return sentences.length > 0 && <p>{sentences.join(' ')}</p>;
}
