import type { ReactNode } from 'react';

/**
 * Stands in for `react-scrolllock`, with which a dialog keeps the page behind it from scrolling: it adds a `<style>` element, which
 * the content security policy blocks. Jira's frame is as tall as its page, so there is nothing to hold.
 */
const ScrollLock = (): ReactNode => null;

export const TouchScrollable = ({ children }: { children: ReactNode }): ReactNode => children;

export default ScrollLock;
