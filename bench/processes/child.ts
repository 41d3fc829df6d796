import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A process of the benchmark that answers messages over IPC. */
export type Child = {
  ask<A>(kind: string, payload?: unknown): Promise<A>;
  stop(): Promise<void>;
};

export type ChildOptions = {
  /** File descriptor for its standard output. */
  output?: number;
  execArgv?: readonly string[];
};

type Reply = { id: number; result?: unknown; error?: string };
type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

/** Starts `<name>-main.ts` of this folder. */
export function startChild(name: string, { output, execArgv = [] }: ChildOptions = {}): Child {
  const file = fileURLToPath(new URL(`${name}-main.ts`, import.meta.url));
  const child = fork(file, {
    execArgv: [...execArgv],
    serialization: "advanced",
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", output ?? "inherit", "inherit", "ipc"],
  });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const ended = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      const error = new Error(`${name} ended: ${signal ?? `exit code ${code}`}`);
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      resolve();
    });
  });
  child.on("message", (message) => {
    const { id, result, error } = message as Reply;
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(result);
    else one?.reject(new Error(`${name}: ${error}`));
  });

  return {
    ask<A>(kind: string, payload?: unknown) {
      asked += 1;
      const id = asked;
      return new Promise<A>((resolve, reject) => {
        if (!child.connected) return reject(new Error(`${name} does not run`));
        waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
        child.send({ id, kind, payload });
      });
    },
    async stop() {
      if (child.connected) child.disconnect();
      const cutOff = setTimeout(() => child.kill("SIGKILL"), 8000);
      await ended;
      clearTimeout(cutOff);
    },
  };
}
