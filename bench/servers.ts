// The servers that are compared: how each is started, spoken to and ended.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import * as dialects from "./load/dialect.ts";
import { bind, type Usage, usage } from "./usage.ts";

export interface Server {
  name: string;
  title: string;
  dialect: dialects.Dialect;
  /** Whether who comes back is given what they missed. */
  resumes: boolean;
  /** The program that serves on a port, with its data in a folder. */
  command(port: number, dir: string): string[];
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const node = (script: string) => (port: number, dir: string) => [process.execPath, here(script), String(port), dir];
const workers = node("peers/workers-serve.ts");
const serve = (port: number, dir: string) => [
  "npm",
  "run",
  "--silent",
  "serve",
  "--",
  "--port",
  String(port),
  "--dir",
  dir,
];

export const parlor: Server = {
  name: "parlor",
  title: "Parlor, parlor.v1",
  dialect: dialects.parlor,
  resumes: true,
  command: serve,
};

/** The first is the one that the others are compared with. */
export const servers: readonly Server[] = [
  {
    name: "article",
    title: "the article's, Express + ws",
    dialect: dialects.article,
    resumes: false,
    command: node("peers/article.ts"),
  },
  {
    name: "socketio",
    title: "Socket.IO",
    dialect: dialects.socketio,
    resumes: false,
    command: node("peers/socketio.ts"),
  },
  { name: "partyserver", title: "PartyServer", dialect: dialects.partyserver, resumes: false, command: workers },
  { name: "bare", title: "bare object, a frame per message", dialect: dialects.bare, resumes: false, command: workers },
  { name: "batch", title: "bare object, batching", dialect: dialects.batch, resumes: false, command: workers },
  parlor,
  { name: "parlor-text", title: "Parlor, text door", dialect: dialects.parlorText, resumes: false, command: serve },
];

export interface Running {
  pid: number;
  host: string;
  port: number;
  usage(): Usage;
  /** Ends every process of it at once, as a power cut does. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** The cores of the server and of the load. */
const SERVER_CORE = 1;
export const LOAD_CORE = 0;

/** Starts a server, on one core, and returns when it answers. */
export async function start(server: Server, dir: string, port = 0): Promise<Running> {
  const running = await begin(server, dir, port);
  bind(running.pid, SERVER_CORE);
  return running;
}

/** Starts a server on whatever cores there are. */
export async function begin(server: Server, dir: string, port = 0): Promise<Running> {
  const [program = "", ...args] = server.command(port, dir);
  const child = spawn(program, args, {
    cwd: here(".."),
    env: { ...process.env, PARLOR_LIMITS: "off" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = once(child, "close");
  const pid = child.pid ?? 0;
  let said = "";
  let complained = "";
  child.stderr.on("data", (text) => (complained += text));
  const url = await new Promise<URL>((resolve, reject) => {
    child.stdout.on("data", (text) => {
      said += text;
      const [, found] = /at (http:\/\/\S+:\d+),/.exec(said) ?? [];
      if (found !== undefined) resolve(new URL(found));
    });
    ended.then(() => reject(new Error(`${server.name} did not start: ${said}${complained}`)));
  });
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    process.kill(signal === "SIGKILL" ? -pid : pid, signal);
    await ended;
  };
  return {
    pid,
    host: url.hostname,
    port: Number(url.port),
    usage: () => usage(pid),
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}
