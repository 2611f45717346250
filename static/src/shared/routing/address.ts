import { useSearchParams } from 'react-router-dom';

type Parameters = Readonly<Record<string, string | null>>;

/** The parameters of the page's address. `put` sets some, or removes empty ones; it replaces the history entry. */
export function useAddress(): [query: URLSearchParams, put: (values: Parameters) => void] {
  const [query, setQuery] = useSearchParams();
  const put = (values: Parameters) =>
    setQuery(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(values)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return [query, put];
}

/** A parameter of the page's address; `null`: the default. */
export function useChoice(name: string): [chosen: string | null, choose: (value: string | null) => void] {
  const [query, put] = useAddress();
  return [query.get(name), (value) => put({ [name]: value })];
}
