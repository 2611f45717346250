import { frameHistory } from './history';
import { rpc } from './rpc';

/**
 * What Atlassian's script does in the app's frame: it provides `__bridge`, on which `@forge/bridge` builds, and passes
 * every call to the page around the frame.
 */
declare global {
  var __bridge: { callBridge(operation: string, payload?: unknown): Promise<unknown> } | undefined;
}

const { port1, port2 } = new MessageChannel();
window.parent.postMessage({ forge: 'connect' }, window.location.origin, [port2]);

const host = rpc(port1, (name) => {
  throw new Error(`The frame does not answer ${name}.`);
});

const setTheme = (mode: string): void => {
  document.documentElement.dataset.colorMode = mode;
  document.documentElement.dataset.theme = 'dark:dark light:light spacing:spacing typography:typography';
};

globalThis.__bridge = {
  callBridge: (operation, payload) => {
    if (operation === 'enableTheming') return host.call(operation, setTheme);
    return operation === 'createHistory' ? frameHistory(host) : host.call(operation, payload);
  },
};

const tellHeight = (): void => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  void host.call('resize', { height });
};
new ResizeObserver(tellHeight).observe(document.documentElement);
