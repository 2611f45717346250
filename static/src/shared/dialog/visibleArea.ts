/** An area of the page, in px from its top. */
type VisibleArea = { top: number; height: number };

/**
 * The area of the page that is on screen; `null`: not known. Jira makes the frame as tall as its content and scrolls
 * around it, so the frame's own window does not know. An IntersectionObserver sees the outermost window.
 */
export const visibleArea = (): Promise<VisibleArea | null> =>
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
