import Button from '@atlaskit/button/new';

/** A list that is read page by page, as `useInfiniteQuery` gives it. */
type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** Reads the next page of a list; nothing if there is none. */
export const ShowMore = ({ list, name = 'Show more' }: { list: Paged; name?: string }) =>
  list.hasNextPage && (
    <Button isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {name}
    </Button>
  );
