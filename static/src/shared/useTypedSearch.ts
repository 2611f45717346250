import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, type Data } from './ask';
import { useDebounced } from './useDebounced';

/** Long enough to let a person finish a word, short enough to feel immediate. */
const TYPING_MS = 200;

type SearchCall = 'searchObjectives' | 'searchPeople' | 'searchGroups';

/**
 * A select whose options the back end finds as one types; it asks only while the list is open. `select` goes to Atlaskit's
 * Select as it is; `emptyText` says why there is nothing to choose.
 */
export function useTypedSearch<K extends SearchCall>(call: K, startsOpen = false) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed, TYPING_MS);
  const search = useQuery({
    queryKey: [call, query],
    queryFn: (): Promise<Data<K>> => ask(call, { query }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const isSearching = isOpen && (search.isFetching || query !== typed);
  return {
    /** `undefined` until the first answer */
    found: search.data,
    /** what the answer is to */
    query,
    typed,
    /** the list still answers an older query */
    isSearching,
    close: () => setOpen(false),
    emptyText: (none: string) => (search.isError ? `${search.error.message} Type again to retry.` : none),
    select: {
      filterOption: null,
      inputValue: typed,
      onInputChange: (text: string) => setTyped(text),
      menuIsOpen: isOpen,
      onMenuOpen: () => setOpen(true),
      onMenuClose: () => setOpen(false),
      isLoading: isSearching,
      loadingMessage: () => 'Searching',
    },
  };
}
