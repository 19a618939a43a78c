import { connect, createServer, type Server, type Socket } from 'node:net';

/** What lies between a page and the server: passes everything on, until it is cut or down. */
export class Network {
  private readonly sockets = new Set<Socket>();
  private listening: Server | null = null;
  private port = 0;

  constructor(private readonly serverPort: number) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Up; after a `down` on the same port again. */
  async up(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.serverPort, '127.0.0.1');
      const end = () => {
        near.destroy();
        far.destroy();
        this.sockets.delete(near);
      };
      this.sockets.add(near);
      for (const socket of [near, far]) socket.on('error', end).on('close', end);
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    const address = server.address();
    if (address !== null && typeof address === 'object') this.port = address.port;
    this.listening = server;
  }

  /** Ends all connections, and takes no more until it is up again. */
  async down(): Promise<void> {
    const server = this.listening;
    this.listening = null;
    if (server === null) return;
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
