import { useEffect, useRef, useState } from 'react';
import { rpc } from '../../bridge/rpc';
import { useSiteState } from '../jira/siteState';
import styles from './frame.module.css';
import { type Place, type Surroundings, operations } from './operations';

type Props = {
  title: string;
  place: Place;
  /** at least as tall as the window: for a page of its own */
  isPage?: boolean;
} & Omit<Surroundings, 'theme' | 'modules' | 'onHeight'>;

/** The sandbox that Atlassian documents for Custom UI. No pop-ups: a page asks Jira to open them. */
const SANDBOX = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-pointer-lock',
  'allow-same-origin',
  'allow-scripts',
].join(' ');

/**
 * A frame with the app's page for a module, as tall as its content. The page reads its place once, at its start: give
 * the frame another `key` when the place changes.
 */
export function AppFrame({ title, place, isPage = false, ...around }: Props) {
  const { theme, modules } = useSiteState();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(0);
  const props = useRef({ place, around });
  useEffect(() => {
    props.current = { place, around };
  });

  useEffect(() => {
    const connect = ({ source, data, ports }: MessageEvent<unknown>) => {
      const [port] = ports;
      if (source !== frame.current?.contentWindow || !port || !isConnect(data)) return;
      const { place: there, around: by } = props.current;
      rpc(port, operations(there, { ...by, theme, modules, onHeight: setHeight }));
    };
    window.addEventListener('message', connect);
    return () => window.removeEventListener('message', connect);
  }, [theme, modules]);

  return (
    <iframe
      ref={frame}
      className={isPage ? `${styles.frame} ${styles.page}` : styles.frame}
      style={{ height }}
      title={title}
      src="/app/"
      sandbox={SANDBOX}
      allow="clipboard-write"
    />
  );
}

const isConnect = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'forge' in data && data.forge === 'connect';
