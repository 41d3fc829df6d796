import { createSqlClock } from "./clock/sql-clock.ts";
import { readEnvironment } from "./env.ts";
import { startSandbox } from "./index.ts";

const environment = readEnvironment();
const onError = (error: unknown) => console.error("sandbox:", error);

const clock = await createSqlClock(environment.DATABASE_URL, onError);
const { offsetMs, frozen } = await clock.read();
const isNew = offsetMs === 0 && !frozen;
if (isNew && environment.SANDBOX_START !== undefined) await clock.change({ now: environment.SANDBOX_START });

const sandbox = await startSandbox({
  port: environment.PORT,
  s3Port: environment.S3_PORT,
  dataDir: environment.SANDBOX_DATA,
  botToken: environment.TELEGRAM_BOT_TOKEN,
  botUsername: environment.BOT_USERNAME,
  appShortName: environment.MINIAPP_SHORT_NAME,
  miniAppUrl: environment.PUBLIC_URL,
  s3: {
    bucket: environment.S3_BUCKET,
    accessKey: environment.S3_ACCESS_KEY,
    secretKey: environment.S3_SECRET_KEY,
  },
  clock,
  onError,
});
console.log(
  `sandbox: http://localhost:${environment.PORT}, objects: http://localhost:${environment.S3_PORT}`,
);

let stopping: Promise<void> | undefined;
async function stop(): Promise<void> {
  await sandbox.close();
  await clock.close();
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    stopping ??= stop().catch((error: unknown) => {
      onError(error);
      process.exitCode = 1;
    });
  });
}
