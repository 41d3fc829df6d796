import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env.ts";

const complete = {
  SANDBOX_DATA: "/tmp/sandbox",
  DATABASE_URL: "postgres://localhost/sts",
  TELEGRAM_BOT_TOKEN: "7000000001:AAStsphera-test-vector-token-000000",
  PUBLIC_URL: "http://localhost:3000",
  S3_ACCESS_KEY: "key",
  S3_SECRET_KEY: "secret",
};

describe("the sandbox's environment", () => {
  it("fills in the fixed ports", () => {
    expect(readEnvironment(complete)).toMatchObject({
      PORT: 3010,
      S3_PORT: 3020,
      BOT_USERNAME: "stsphera_bot",
    });
    expect(readEnvironment({ ...complete, PORT: "4010" }).PORT).toBe(4010);
  });

  it("refuses production, even with complete settings", () => {
    expect(() => readEnvironment({ ...complete, NODE_ENV: "production" })).toThrow(
      "does not start with NODE_ENV=production",
    );
  });

  it("names what is missing without its value", () => {
    const read = () =>
      readEnvironment({ ...complete, TELEGRAM_BOT_TOKEN: "bad token", PUBLIC_URL: undefined });
    expect(read).toThrow(/TELEGRAM_BOT_TOKEN: .*PUBLIC_URL: /);
    expect(read).not.toThrow("bad token");
  });
});
