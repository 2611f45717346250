import { type AppLocation, frameHistory } from './history';
import { rpc } from './rpc';

const at = (pathname: string, search = ''): AppLocation => ({ pathname, search, hash: '', state: null, key: '' });

describe('the history of a page of the app', () => {
  let ports: MessageChannel;
  /** What the page around the frame was told. */
  let told: string[];
  let goneBackTo: (location: AppLocation) => unknown;

  beforeEach(() => {
    ports = new MessageChannel();
    told = [];
  });
  afterEach(() => ports.port1.close());

  const open = () => {
    rpc(ports.port1, (_, argument) => {
      goneBackTo = argument as typeof goneBackTo;
      return {
        base: '/apps/portfolio',
        location: at('/objectives', '?window=30'),
        push: ({ pathname, search }: AppLocation) => told.push(`push ${pathname}${search}`),
        replace: ({ pathname, search }: AppLocation) => told.push(`replace ${pathname}${search}`),
        go: (steps: number) => told.push(`go ${steps}`),
      };
    });
    return frameHistory(rpc(ports.port2, () => undefined));
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('begins where the address is, and names addresses as the browser shows them', async () => {
    const history = await open();
    expect(history.location).toMatchObject({ pathname: '/objectives', search: '?window=30' });
    expect(history.createHref({ pathname: '/review', search: '?since=1' })).toBe('/apps/portfolio/review?since=1');
  });

  it('goes at once, and takes the page around it along', async () => {
    const history = await open();
    const seen: string[] = [];
    const stop = history.listen(({ pathname }, action) => seen.push(`${action} ${pathname}`));
    history.push('/effort?by=team');
    expect(history.location).toMatchObject({ pathname: '/effort', search: '?by=team' });
    history.replace({ pathname: '/review', search: '' });
    stop();
    history.push('/');
    history.goBack();
    await settled();
    expect(seen).toEqual(['PUSH /effort', 'REPLACE /review']);
    expect(told).toEqual(['push /effort?by=team', 'replace /review', 'push /', 'go -1']);
  });

  it('hears when a person goes back', async () => {
    const history = await open();
    history.push('/effort');
    const seen: string[] = [];
    history.listen(({ pathname }, action) => seen.push(`${action} ${pathname}`));
    goneBackTo(at('/objectives'));
    await settled();
    expect(seen).toEqual(['POP /objectives']);
    expect(history.location.pathname).toBe('/objectives');
  });
});
