import { randomInt } from "node:crypto";
import { captionFields, textFields } from "../../bot-api/methods/outgoing.ts";
import { trimmed, withDetected } from "../../bot-api/text/detect.ts";
import type { FormattedText } from "../../bot-api/text/entity.ts";
import type { Person } from "../../people/people.ts";
import { refOf } from "../../world/files.ts";
import { imageSize } from "../../world/image-size.ts";
import { newPoll, type PersonContent } from "../../world/person-message.ts";
import type { World } from "../../world/world.ts";
import { Problem } from "../problem.ts";
import { silentVoice, stickerPicture } from "./samples.ts";
import type { SendBody } from "./send-body.ts";

const defaultPlace = { latitude: 55.7558, longitude: 37.6173 };

/** The messages made from a request, in order; the text is the caption of the first picture or document. */
export function contentsOf(world: World, person: Person, body: SendBody): PersonContent[] {
  const text = plainText(body.text);
  if (body.photos)
    return withCaption(
      body.photos.map((bytes, index) => photo(world, bytes, index)),
      text,
    );
  if (body.documents) {
    const documents = body.documents.map(({ name, base64, mimeType }) => ({
      document: world.files.addDocument(base64, name, mimeType ?? "application/octet-stream"),
    }));
    return withCaption(documents, text);
  }
  if (body.sticker) return [sticker(world, body.sticker === true ? "👍" : body.sticker.emoji)];
  if (body.voice) return [voice(world, body.voice === true ? {} : body.voice)];
  if (body.contact)
    return [{ contact: body.contact === true ? ownContact(person) : otherContact(body.contact) }];
  if (body.location) return [{ location: body.location === true ? defaultPlace : body.location }];
  if (body.poll) {
    const { question, options } =
      body.poll === true ? { question: "Во сколько планёрка?", options: ["8:00", "9:00"] } : body.poll;
    return [{ poll: newPoll(String(randomInt(1e9, 1e12)), question, options) }];
  }
  return [textFields(text ?? { text: "", entities: [] })];
}

function plainText(text: string | undefined): FormattedText | undefined {
  const formatted = withDetected(trimmed({ text: text ?? "", entities: [] }));
  return formatted.text === "" ? undefined : formatted;
}

function withCaption(contents: PersonContent[], caption: FormattedText | undefined): PersonContent[] {
  return contents.map((content, index) =>
    index === 0 ? { ...content, ...captionFields(caption) } : content,
  );
}

function photo(world: World, bytes: Buffer, index: number): PersonContent {
  const size = imageSize(bytes);
  if (!size) throw new Problem(400, `photos.${index}: not a JPEG, PNG or WebP picture`);
  return { photo: world.files.addPhoto(bytes, size) };
}

function sticker(world: World, emoji: string): PersonContent {
  const file = world.files.add({ kind: "sticker", bytes: stickerPicture, mime: "image/webp" });
  return {
    sticker: {
      ...refOf(file),
      type: "regular",
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
      emoji,
    },
  };
}

function voice(
  world: World,
  { duration = 3, base64 }: { duration?: number | undefined; base64?: Buffer | undefined },
): PersonContent {
  const mime = "audio/ogg";
  const file = world.files.add({ kind: "voice", bytes: base64 ?? silentVoice, mime });
  return { voice: { ...refOf(file), duration, mime_type: mime } };
}

function ownContact(person: Person) {
  return {
    phone_number: person.phone.replace("+", ""),
    first_name: person.firstName,
    last_name: person.lastName,
    user_id: person.id,
  };
}

function otherContact(contact: Exclude<SendBody["contact"], true | undefined>) {
  const { phoneNumber, firstName, lastName, userId } = contact;
  return {
    phone_number: phoneNumber,
    first_name: firstName,
    ...(lastName === undefined ? {} : { last_name: lastName }),
    ...(userId === undefined ? {} : { user_id: userId }),
  };
}
