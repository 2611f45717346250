import { useEffect, useRef, useState } from 'react';
import { rpc } from '../../bridge/rpc';
import { useSiteState } from '../jira/siteState';
import styles from './frame.module.css';
import { type Place, type Surroundings, operations } from './operations';

type Props = { title: string; place: Place } & Omit<Surroundings, 'theme' | 'onHeight'>;

/**
 * A frame with the app's page for a module. It takes the height of what is in it. The page reads where it stands when it
 * starts: give the frame another `key` where that changes.
 */
export function AppFrame({ title, place, onSubmit, onClose, onRefresh }: Props) {
  const { theme } = useSiteState();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(0);
  const props = useRef({ place, onSubmit, onClose, onRefresh });
  props.current = { place, onSubmit, onClose, onRefresh };

  useEffect(() => {
    const connect = ({ source, data, ports }: MessageEvent<unknown>) => {
      const [port] = ports;
      if (source !== frame.current?.contentWindow || !port || !isConnect(data)) return;
      const { place: there, ...around } = props.current;
      rpc(port, operations(there, { ...around, theme, onHeight: setHeight }));
    };
    window.addEventListener('message', connect);
    return () => window.removeEventListener('message', connect);
  }, [theme]);

  return <iframe ref={frame} className={styles.frame} style={{ height }} title={title} src="/app/" />;
}

const isConnect = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'forge' in data && data.forge === 'connect';
