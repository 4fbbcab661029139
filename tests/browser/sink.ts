import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** A listener on this machine that counts whatever reaches it, of any protocol. */
export interface Sink {
  /** Its address, as of the web. */
  url: string;
  port: number;
  /** What reached it since it was told to forget: paths of web requests, and "not of the web" for other bytes; "silence" for a connection that said nothing. */
  heard(): string[];
  forget(): void;
  /** All that was ever said to it. */
  requests: string[];
  close(): Promise<void>;
}

/** Opens one. Its answer to every request is the page given, as script or document. */
export async function openSink(page = ""): Promise<Sink> {
  const calls: { path: string }[] = [];
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const call = { path: "silence" };
    calls.push(call);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (bytes) => {
      const said = bytes.toString("latin1");
      requests.push(said);
      const path = /^[A-Z]+ (\S+) HTTP/.exec(said)?.[1];
      call.path = path ?? "not of the web";
      if (path === undefined) return void socket.end();
      const type = path === "/" ? "text/html" : "text/javascript";
      const body = path === "/" ? page : "";
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\naccess-control-allow-origin: *\r\nconnection: close\r\n\r\n${body}`,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, port, heard: () => calls.map(({ path }) => path), forget: () => void calls.splice(0), requests, close };
}
