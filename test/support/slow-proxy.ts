import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy between the plugin and its database that can be made slow, and lead elsewhere. */
export class SlowProxy {
  /** How long each piece of data is held back, in milliseconds. */
  delay = 0;

  private constructor(
    /** Where new connections lead. Those that are open go on leading to where they did, as after a change of DNS. */
    public target: URL,
    private readonly server: Server,
    private readonly sockets: Set<Socket>,
  ) {}

  static async to(target: URL): Promise<SlowProxy> {
    const sockets = new Set<Socket>();
    const server = createServer();
    const proxy = new SlowProxy(target, server, sockets);
    server.on('connection', (client) => {
      const upstream = connect(Number(proxy.target.port), proxy.target.hostname);
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        sockets.add(from);
        from.on('data', (data) => void setTimeout(() => to.write(data), proxy.delay));
        from.on('error', () => to.destroy());
        from.on('close', () => {
          sockets.delete(from);
          setTimeout(() => to.destroy(), proxy.delay);
        });
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}
