import type { MessageView } from "../control/message-view.ts";
import { bubble, type BubbleActions } from "./bubble.ts";
import { element } from "./dom.ts";
import type { Session } from "./session.ts";
import { texts } from "./texts.ts";

type Block = { key: string; messages: MessageView[] };

/** The list of bubbles; only changed blocks are drawn again. */
export class MessageList {
  readonly root = element("div", { class: "messages", "data-testid": "messages" });
  readonly #session: Session;
  readonly #actions: BubbleActions;
  #drawn = new Map<string, { state: string; node: HTMLElement }>();

  constructor(session: Session, actions: BubbleActions) {
    this.#session = session;
    this.#actions = actions;
  }

  show(messages: readonly MessageView[]): void {
    const atEnd = this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < 80;
    const drawn = new Map<string, { state: string; node: HTMLElement }>();
    for (const { key, messages: members } of blocksOf(messages)) {
      const state = JSON.stringify(members);
      const old = this.#drawn.get(key);
      const fresh =
        old?.state === state ? old : { state, node: bubble(this.#session, members, this.#actions) };
      drawn.set(key, fresh);
    }
    const nodes = [...drawn.values()].map(({ node }) => node);
    this.#drawn = drawn;
    this.#place(nodes.length > 0 ? nodes : [element("p", { class: "empty" }, texts.noMessages)]);
    if (atEnd) this.root.scrollTop = this.root.scrollHeight;
  }

  /** Clears the list before another chat is shown. */
  clear(): void {
    this.#drawn.clear();
    this.root.replaceChildren();
  }

  /** Moves only misplaced elements, so that a bubble under the pointer stays the same element. */
  #place(nodes: readonly HTMLElement[]): void {
    nodes.forEach((node, index) => {
      const there = this.root.children[index];
      if (there !== node) this.root.insertBefore(node, there ?? null);
    });
    while (this.root.children.length > nodes.length) this.root.lastElementChild?.remove();
  }
}

function blocksOf(messages: readonly MessageView[]): Block[] {
  const blocks: Block[] = [];
  for (const message of messages.filter(({ deleted }) => !deleted)) {
    const key = message.mediaGroupId ?? String(message.messageId);
    const last = blocks.at(-1);
    if (last?.key === key) last.messages.push(message);
    else blocks.push({ key, messages: [message] });
  }
  return blocks;
}
