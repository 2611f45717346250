/** A stretch of the page, in pixels from its top. */
export type Part = { top: number; height: number };

/**
 * The part of the page that is on screen; `null` where the browser cannot say. Jira makes the frame as tall as what is in it
 * and scrolls around it, so the frame's own window says nothing: an observer sees through to the outermost window.
 */
export const visiblePart = (): Promise<Part | null> =>
  new Promise((resolve) => {
    if (typeof IntersectionObserver === 'undefined') {
      resolve(null);
      return;
    }
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      const seen = entry?.intersectionRect;
      resolve(seen && seen.height > 0 ? { top: seen.top, height: seen.height } : null);
    });
    observer.observe(document.documentElement);
  });
