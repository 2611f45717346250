import { useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../ask';
import { readShown } from '../jira/issues';
import { readLinked } from '../linked/linked';
import { queryKeyOf } from '../queries';
import type { Opened } from './opened';

/** A page of the list behind a number, with what Jira shows of it to the viewer. `linked`: who linked an issue itself */
async function readCounted({ counted, look, filter, row }: Opened, cursor: string | null) {
  const asked = { ...look, counted, cursor };
  const page =
    filter === null
      ? await ask('countedInPortfolio', { ...asked, row: row ?? null })
      : await ask('countedInProject', { ...asked, filter });
  const tagged = page.issues.filter(({ isTagged }) => isTagged);
  const [shown, linked] = await Promise.all([readShown(page), linkedOrNot(tagged, page.field)]);
  const issues = shown.issues.map((issue) => ({ ...issue, linked: linked.get(issue.id) ?? null }));
  return { ...page, ...shown, issues };
}

/** Who linked issues; nobody is known where their history cannot be read: the list is there all the same. */
const linkedOrNot: typeof readLinked = (issues, field) => readLinked(issues, field).catch(() => new Map());

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
