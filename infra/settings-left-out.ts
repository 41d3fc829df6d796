type Reasons = Readonly<Record<string, string>>;

const EVERYWHERE: Reasons = {
  HOST: "the images listen at all addresses of their container",
  PORT: "each image names its own",
  SANDBOX_CLOCK: "refused in production",
  SANDBOX_PUSH: "refused in production",
  TELEGRAM_API_ROOT: "Telegram's own, unless a host's override names another Bot API server",
  ALERTS: "on in production",
};

const OF_PROGRAM: Readonly<Record<string, Reasons>> = {
  scheduler: { DRAIN_MS: "nobody sends requests to it that would have to be served to their end" },
};

/** Settings that an installation leaves as they are, with the reason; a manifest passes every other one on. */
export const leftOut = (program: string): Reasons => ({ ...EVERYWHERE, ...OF_PROGRAM[program] });

/** The same on one machine, whose compose file leaves the number of connections as well. */
export const leftOutOfCompose = (program: string): Reasons => ({
  ...leftOut(program),
  DATABASE_CONNECTIONS: "8, the default: five programs open 91 of PostgreSQL's 100",
});
