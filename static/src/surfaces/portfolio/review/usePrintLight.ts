import { useEffect } from 'react';

/** Shows the light theme while the browser prints, because paper is white. */
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
