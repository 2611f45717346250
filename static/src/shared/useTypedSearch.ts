import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeyOf, type QueryName } from './queries';
import { useDebounced } from './useDebounced';
import { useStillWhilePressed } from './useStillWhilePressed';

/** Long enough to let a person finish a word, short enough to feel immediate. */
const TYPING_MS = 200;

/**
 * A select that searches as one types, while its list is open. `name` must differ from other searches' names. `select`
 * is for Atlaskit's Select. `emptyText` says why there is nothing to choose.
 */
export function useTypedSearch<Found>(name: QueryName, search: (query: string) => Promise<Found>, startsOpen = false) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed, TYPING_MS);
  const answer = useQuery({
    queryKey: queryKeyOf(name, query),
    queryFn: () => search(query),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const shown = useStillWhilePressed({ found: answer.data, query }, isOpen);
  const isSearching = isOpen && (answer.isFetching || query !== typed);
  return {
    /** `undefined` until the first answer */
    found: shown.found,
    /** what is searched for: the typed text, debounced */
    query: shown.query,
    typed,
    /** `found` still answers an older query */
    isSearching,
    close: () => setOpen(false),
    emptyText: (none: string) => (answer.isError ? `${answer.error.message} Type again to retry.` : none),
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
