import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A stand-in for the world outside: whatever reaches it has left the app. */
export interface Outside {
  /** Origin that a page would ask for. */
  readonly origin: string;
  readonly port: number;
  /** What arrived so far: `connection`, the first line of a request, `datagram`. */
  readonly arrived: () => readonly string[];
  readonly close: () => void;
}

/** Listens on one port for TCP and UDP; TCP answers as a small web server that allows everything. */
export async function outside(): Promise<Outside> {
  const arrived: string[] = [];
  const web = createServer((socket) => {
    arrived.push('connection');
    socket.on('error', () => undefined);
    socket.once('data', (request: Buffer) => {
      arrived.push(request.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 2\r\n\r\nok');
    });
  });
  await new Promise<void>((listening) => void web.listen(0, '127.0.0.1', listening));
  const { port } = web.address() as AddressInfo;
  const datagrams = createSocket('udp4', () => arrived.push('datagram'));
  await new Promise<void>((listening) => void datagrams.bind(port, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    arrived: () => [...arrived],
    close: () => {
      web.close();
      datagrams.close();
    },
  };
}
