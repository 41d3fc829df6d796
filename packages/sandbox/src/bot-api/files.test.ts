import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { picture } from "../testing/picture.ts";
import { startTestSandbox, type TestSandbox } from "../testing/start.ts";

const manager = 1000004;
let sandbox: TestSandbox & { remove(): Promise<void> };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});

afterAll(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

type Photo = { photo: { file_id: string; width: number; height: number }[] };

describe("files of a chat", () => {
  it("gives the bot a user's photo in sizes, with its content", async () => {
    await sandbox.bot.drain();
    const bytes = picture(1600, 1200, 7);
    await sandbox.control.say(manager, { photos: [bytes.toString("base64")], text: "вот" });
    const [update] = await sandbox.bot.drain();
    expect(update?.message).toMatchObject({ caption: "вот" });
    const { photo } = (update?.message ?? { photo: [] }) as unknown as Photo;
    expect(photo.map(({ width, height }) => [width, height])).toEqual([
      [320, 240],
      [1280, 960],
      [1600, 1200],
    ]);
    const { file_path: path } = await sandbox.bot.result<{ file_path: string }>("getFile", {
      file_id: photo.at(-1)?.file_id,
    });
    const response = await fetch(
      `${sandbox.url}/file/bot7000000001:AAStsphera-test-vector-token-000000/${path}`,
    );
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    const wrong = await fetch(`${sandbox.url}/file/bot1:x/${path}`);
    expect(wrong.status).toBe(401);
  });

  it("keeps a document of the bot, which its reader downloads", async () => {
    await sandbox.control.say(manager, { text: "/start" });
    const form = new FormData();
    form.set("chat_id", String(manager));
    form.set("caption", "Отчёт за смену");
    form.set("document", new File(["%PDF-1.7"], "Отчёт.pdf", { type: "application/pdf" }));
    expect(await sandbox.bot.form("sendDocument", form)).toMatchObject({
      ok: true,
      result: {
        caption: "Отчёт за смену",
        document: { file_name: "Отчёт.pdf", mime_type: "application/pdf", file_size: 8 },
      },
    });
    for (const bad of [new File([], "a.pdf"), undefined]) {
      const empty = new FormData();
      empty.set("chat_id", String(manager));
      if (bad !== undefined) empty.set("document", bad);
      expect(await sandbox.bot.form("sendDocument", empty)).toMatchObject({ status: 400 });
    }
    const named = { chat_id: manager, document: "BQACAgI-of-another-bot" };
    expect((await sandbox.bot.call("sendDocument", named)).description).toContain("must be an uploaded file");
  });
});
