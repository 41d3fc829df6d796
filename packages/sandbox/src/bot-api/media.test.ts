import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { picture } from "../testing/picture.ts";
import { startTestSandbox, type TestSandbox } from "../testing/start.ts";

const manager = 1000004;
const jpegName = "фото.png";
let sandbox: TestSandbox & { remove(): Promise<void> };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});

afterAll(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

const file = (bytes: Buffer, name = jpegName) =>
  new File([new Uint8Array(bytes)], name, { type: "image/png" });

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") data.set(name, value);
    else data.set(name, value, value.name);
  }
  return data;
}

type Photo = { photo: { file_id: string; width: number; height: number }[] };

describe("files of the bot", () => {
  it("takes an uploaded photo, offers it in sizes and sends it again by its id", async () => {
    const sent = await sandbox.bot.form(
      "sendPhoto",
      form({
        chat_id: String(manager),
        photo: file(picture(1600, 1200)),
        caption: "<i>Ось 4</i>",
        parse_mode: "HTML",
      }),
    );
    const { photo } = sent.result as Photo;
    expect(photo.map(({ width, height }) => [width, height])).toEqual([
      [320, 240],
      [1280, 960],
      [1600, 1200],
    ]);
    const again = await sandbox.bot.call("sendPhoto", { chat_id: manager, photo: photo.at(-1)?.file_id });
    expect(again.ok).toBe(true);
    expect((await sandbox.control.messages(manager))[0]).toMatchObject({
      text: null,
      caption: "Ось 4",
      entities: [{ type: "italic", offset: 0, length: 5 }],
      photos: [photo.at(-1)?.file_id],
    });
  });

  it("sends an album with attach:// and edits its caption", async () => {
    const sent = await sandbox.bot.form(
      "sendMediaGroup",
      form({
        chat_id: String(manager),
        media: JSON.stringify([
          { type: "photo", media: "attach://one", caption: "Захватка 2" },
          { type: "photo", media: "attach://two" },
          { type: "photo", media: "attach://three" },
        ]),
        one: file(picture(800, 600, 1)),
        two: file(picture(800, 600, 2)),
        three: file(picture(800, 600, 3)),
      }),
    );
    const messages = sent.result as { message_id: number; media_group_id: string; caption?: string }[];
    expect(new Set(messages.map(({ media_group_id: id }) => id)).size).toBe(1);
    expect(messages.map(({ caption }) => caption)).toEqual(["Захватка 2", undefined, undefined]);
    const edited = await sandbox.bot.call("editMessageCaption", {
      chat_id: manager,
      message_id: messages[0]?.message_id,
      caption: "Захватка 3",
    });
    expect(edited).toMatchObject({ ok: true, result: { caption: "Захватка 3" } });
  });

  it.each([
    ["sendPhoto", { photo: file(Buffer.from("not a picture")) }, "IMAGE_PROCESS_FAILED"],
    ["sendPhoto", { photo: file(Buffer.alloc(0)) }, "file must be non-empty"],
    ["sendPhoto", { photo: "AgACAgIunknown" }, "wrong file identifier/HTTP URL specified"],
    ["sendPhoto", { photo: file(picture()), caption: "x".repeat(1025) }, "message caption is too long"],
    ["sendPhoto", {}, "there is no photo in the request"],
    [
      "sendMediaGroup",
      { media: JSON.stringify([{ type: "photo", media: "attach://a" }]), a: file(picture()) },
      "strict: media must include 2-10 items",
    ],
    [
      "sendMediaGroup",
      { media: JSON.stringify(["a", "b"].map((name) => ({ type: "photo", media: `attach://${name}` }))) },
      "can't find attached file in the request",
    ],
    ["sendMessage", { text: "x", stray: file(picture()) }, "strict: unknown file stray"],
  ])("%s refuses %j", async (method, fields, reason) => {
    const before = (await sandbox.control.messages(manager)).length;
    const answer = await sandbox.bot.form(
      method,
      form({ chat_id: String(manager), ...fields } as Record<string, string | File>),
    );
    expect([answer.status, answer.description]).toEqual([400, `Bad Request: ${reason}`]);
    expect(await sandbox.control.messages(manager)).toHaveLength(before);
  });

  it("gives the bot the bytes of a person's photo", async () => {
    await sandbox.bot.drain();
    const bytes = picture(1280, 720, 7);
    await sandbox.control.say(manager, { photos: [bytes.toString("base64")], text: "вот" });
    const [update] = await sandbox.bot.drain();
    expect(update?.message).toMatchObject({ caption: "вот" });
    const { photo } = (update?.message ?? { photo: [] }) as unknown as Photo;
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

  it("sends a document and keeps its Cyrillic name", async () => {
    const sent = await sandbox.bot.form(
      "sendDocument",
      form({ chat_id: String(manager), document: file(Buffer.from("%PDF-1.7"), "Акт № 4.pdf") }),
    );
    expect(sent.result).toMatchObject({ document: { file_name: "Акт № 4.pdf", file_size: 8 } });
  });
});
