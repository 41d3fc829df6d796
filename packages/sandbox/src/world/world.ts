import { join } from "node:path";
import type { Faults } from "../bot-api/faults.ts";
import { Poller } from "../bot-api/updates/poller.ts";
import { UpdateQueue } from "../bot-api/updates/queue.ts";
import { Webhook } from "../bot-api/updates/webhook.ts";
import type { Clock } from "../clock/clock.ts";
import { findPerson, type Person } from "../people/people.ts";
import { Store, type Table } from "../state/store.ts";
import { CallbackQueries } from "./callback-queries.ts";
import { FileStore } from "./files.ts";
import { Messages } from "./messages.ts";
import type { BotCommand, Chat, Group, MenuButton, PersonState, User } from "./model.ts";

export type WorldOptions = {
  dataDir: string;
  botToken: string;
  botUsername: string;
  clock: Clock;
  faults: Faults;
};

/** State of the fake Telegram: users, groups, messages, files and the bot's queue of updates. */
export class World {
  readonly clock: Clock;
  readonly botToken: string;
  readonly bot: User;
  readonly store: Store;
  readonly files: FileStore;
  readonly messages: Messages;
  readonly updates: UpdateQueue;
  readonly poller: Poller;
  readonly webhook: Webhook;
  readonly callbacks: CallbackQueries;
  readonly groups: Table<Group>;
  readonly commands: Table<BotCommand[]>;
  readonly menuButtons: Table<MenuButton>;
  readonly #people: Table<PersonState>;

  constructor(options: WorldOptions) {
    const folder = join(options.dataDir, "telegram");
    this.clock = options.clock;
    this.botToken = options.botToken;
    this.bot = {
      id: Number(options.botToken.split(":")[0]),
      is_bot: true,
      first_name: "STSphera",
      username: options.botUsername,
    };
    this.store = new Store(join(folder, "journal.jsonl"));
    this.files = new FileStore(this.store, join(folder, "files"));
    this.messages = new Messages(this.store);
    this.updates = new UpdateQueue(this.store);
    this.poller = new Poller(this.updates);
    this.webhook = new Webhook(this.store, this.updates, options.faults);
    this.callbacks = new CallbackQueries();
    this.groups = this.store.table("groups");
    for (const group of this.groups.values()) this.groups.set(group.id, completeGroup(group));
    this.commands = this.store.table("commands");
    this.menuButtons = this.store.table("menuButtons");
    this.#people = this.store.table("people");
  }

  /** Unix seconds of the development clock. */
  unixNow(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  stateOf(person: Person): PersonState {
    return this.#people.get(person.id) ?? { started: person.started, blocked: false };
  }

  setState(person: Person, change: Partial<PersonState>): void {
    this.#people.set(person.id, { ...this.stateOf(person), ...change });
  }

  /** The chat with this id if the bot may see it: a private chat after Start, a group always. */
  findChat(id: number): Chat | undefined {
    const person = findPerson(id);
    if (person) return this.stateOf(person).started ? privateChat(person) : undefined;
    const group = this.groups.get(id);
    return group && groupChat(group);
  }

  close(): void {
    this.poller.close();
    this.webhook.close();
    this.updates.close();
    this.callbacks.close();
    this.store.close();
  }
}

/** Telegram's account behind which administrators of a group stay anonymous. */
export const anonymousAdmin: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};

export function userOf(person: Person): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    last_name: person.lastName,
    username: person.username,
    language_code: "ru",
  };
}

/** A group written by an older sandbox, with what it did not know yet. */
function completeGroup(group: Group & Partial<Pick<Group, "admins" | "bot" | "topics">>): Group {
  return {
    ...group,
    admins: group.admins ?? [group.createdBy],
    bot: group.bot ?? "member",
    topics: group.topics ?? [],
  };
}

export function privateChat(person: Person): Chat {
  const { id, firstName, lastName, username } = person;
  return { id, type: "private", first_name: firstName, last_name: lastName, username };
}

export function groupChat(group: Group): Chat {
  const { id, type, title, forum } = group;
  if (type === "group") return { id, type, title };
  return { id, type, title, ...(forum ? { is_forum: true } : {}) };
}
