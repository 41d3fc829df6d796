import { createWriteStream, existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export type ServiceLog = {
  path: string;
  attach(stdout: Readable, stderr: Readable): void;
  lastLines(): string[];
  close(): void;
};

const errorLevel = 50;

/** The part of a line to show at once: log records of level error and above. */
function errorIn(line: string): string | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const record = JSON.parse(line);
    if (!(record.level >= errorLevel)) return undefined;
    return [record.msg, record.err?.message].filter(Boolean).join(": ");
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes a service's output to its own file; errors are also shown, with the service's name. */
export function openLog(folder: string, name: string, show: (line: string) => void): ServiceLog {
  const path = join(folder, "logs", `${name}.log`);
  if (existsSync(path)) renameSync(path, join(folder, "logs", `${name}.previous.log`));
  const file = createWriteStream(path, { mode: 0o640 });
  // A full disk stops the log, not the launcher.
  file.on("error", (error) => show(`[${name}] the log cannot be written: ${error.message}`));
  const recent: string[] = [];
  const keep = (line: string) => {
    file.write(`${line}\n`);
    recent.push(line);
    if (recent.length > 20) recent.shift();
  };
  return {
    path,
    attach(stdout, stderr) {
      createInterface({ input: stdout }).on("line", (line) => {
        keep(line);
        const error = errorIn(line);
        if (error) show(`[${name}] ${error}`);
      });
      createInterface({ input: stderr }).on("line", (line) => {
        keep(line);
        show(`[${name}] ${line}`);
      });
    },
    lastLines: () => [...recent],
    close: () => file.end(),
  };
}
