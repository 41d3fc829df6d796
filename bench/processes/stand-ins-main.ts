import { startSandbox } from "../../packages/sandbox/src/index.ts";
import { answerParent } from "./answer-parent.ts";

// What stands for Telegram and the store, with a processor's time of its own.
answerParent({
  async open(options: Parameters<typeof startSandbox>[0]) {
    const { url, s3Url } = await startSandbox(options);
    return { url, s3Url };
  },
});
