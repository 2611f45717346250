import { useEffect } from 'react';

/** Paper is white: for as long as the browser prints, the page takes its light colours. */
export function usePrintLight(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    let shown: string | undefined;
    const before = () => {
      shown = dataset.colorMode;
      if (shown === 'dark') dataset.colorMode = 'light';
    };
    const after = () => {
      if (shown !== undefined) dataset.colorMode = shown;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
}
