import { type Answer, type Rpc, rpc } from './rpc';

describe('calls across a port', () => {
  let ports: MessageChannel;
  let page: Rpc;

  const connect = (answer: Answer): void => {
    ports = new MessageChannel();
    rpc(ports.port1, answer);
    page = rpc(ports.port2, () => undefined);
  };
  afterEach(() => ports.port1.close());

  it('are answered, each with its own answer', async () => {
    connect((name, argument) => Promise.resolve({ name, argument }));
    const answers = await Promise.all([page.call('one', 1), page.call('two', { list: [null, 'x'] })]);
    expect(answers).toEqual([
      { name: 'one', argument: 1 },
      { name: 'two', argument: { list: [null, 'x'] } },
    ]);
  });

  it('fail as they fail on the other side', async () => {
    connect((name) => {
      throw new Error(`No ${name} here.`);
    });
    await expect(page.call('thing')).rejects.toThrow('No thing here.');
  });

  it('carry functions both ways', async () => {
    const heard: unknown[] = [];
    connect((_, argument) => {
      const { callback } = argument as { callback: (value: string) => Promise<unknown> };
      return { tell: async (value: string) => `told: ${String(await callback(value))}` };
    });
    const callback = (value: unknown): string => {
      heard.push(value);
      return 'thanks';
    };
    const { tell } = (await page.call('on', { callback })) as { tell: (value: string) => Promise<string> };
    expect(await tell('news')).toBe('told: thanks');
    expect(heard).toEqual(['news']);
  });
});
