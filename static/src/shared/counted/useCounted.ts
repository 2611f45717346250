import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../ask';
import { readShown } from '../jira/issues';
import { queryKeyOf } from '../queries';
import type { Opened } from './opened';

/** A page of the list behind a number, with what Jira shows of it to the viewer. */
async function readCounted({ counted, look, filter, row = undefined }: Opened, cursor: string | null) {
  const asked = { ...look, counted, cursor };
  const page =
    filter === null
      ? await ask('countedInPortfolio', { ...asked, row: row ?? null })
      : await ask('countedInProject', { ...asked, filter });
  return { ...page, ...(await readShown(page)) };
}

export type CountedRow = Awaited<ReturnType<typeof readCounted>>['issues'][number];

export const useCounted = (opened: Opened) =>
  useInfiniteQuery({
    queryKey: queryKeyOf(
      opened.filter === null ? 'countedInPortfolio' : 'countedInProject',
      opened.counted,
      opened.look,
      opened.filter,
      opened.row,
    ),
    queryFn: ({ pageParam }) => readCounted(opened, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
