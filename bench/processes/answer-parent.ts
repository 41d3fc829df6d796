type Question = { id: number; kind: string; payload: unknown };
export type Handlers = Readonly<Record<string, (payload: never) => unknown>>;

/** Answers messages of the parent process, and exits with it. */
export function answerParent(handlers: Handlers): void {
  const known: Handlers = { ...handlers, cpu: () => process.cpuUsage() };

  async function answer({ id, kind, payload }: Question): Promise<void> {
    try {
      const handler = known[kind];
      if (handler === undefined) throw new Error(`does not know ${kind}`);
      process.send?.({ id, result: await handler(payload as never) });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }

  process.on("message", (message) => void answer(message as Question));
  process.on("disconnect", () => process.exit());
}
