import { entityError } from "../errors.ts";
import { decodeReferences } from "./references.ts";

export type StartTag = { name: string; attributes: Map<string, string> };

const isSpace = (char: string) => char === "" || /\s/.test(char);

/** A cursor over HTML that reads one tag at a time and refuses the same errors as Telegram. */
export class TagReader {
  position = 0;
  readonly #source: string;
  readonly #supported: (name: string) => boolean;

  constructor(source: string, supported: (name: string) => boolean) {
    this.#source = source;
    this.#supported = supported;
  }

  atEnd(): boolean {
    return this.position >= this.#source.length;
  }

  /** The character ahead; empty at the end. */
  peek(ahead = 0): string {
    return this.#source[this.position + ahead] ?? "";
  }

  skip(count: number): void {
    this.position += count;
  }

  startTag(): StartTag {
    const begin = this.position;
    this.skip(1);
    const name = this.#until(/[\s>]/).toLowerCase();
    if (this.atEnd()) throw entityError(`Unclosed start tag at byte offset ${this.#bytes(begin)}`);
    if (!this.#supported(name)) {
      throw entityError(`Unsupported start tag "${name}" at byte offset ${this.#bytes(begin)}`);
    }
    const attributes = new Map<string, string>();
    for (;;) {
      this.#spaces();
      if (this.peek() === ">") break;
      const [attribute, value] = this.#attribute(name, begin);
      attributes.set(attribute, value);
    }
    this.skip(1);
    if (name === "span" && attributes.get("class") !== "tg-spoiler") {
      throw entityError(`Tag "span" must have class "tg-spoiler" at byte offset ${this.#bytes(begin)}`);
    }
    return { name, attributes };
  }

  endTag(expected: string | undefined): void {
    const begin = this.position;
    const offset = this.#bytes(begin);
    if (expected === undefined) throw entityError(`Unexpected end tag at byte offset ${offset}`);
    this.skip(2);
    const name = this.#until(/[\s>]/).toLowerCase();
    this.#spaces();
    if (this.peek() !== ">") throw entityError(`Unclosed end tag at byte offset ${offset}`);
    this.skip(1);
    if (name !== "" && name !== expected) {
      throw entityError(
        `Unmatched end tag at byte offset ${offset}, expected "</${expected}>", found "</${name}>"`,
      );
    }
  }

  #attribute(tag: string, begin: number): [name: string, value: string] {
    const unclosed = () => entityError(`Unclosed start tag "${tag}" at byte offset ${this.#bytes(begin)}`);
    const name = this.#until(/[\s=>]/).toLowerCase();
    if (this.atEnd()) throw unclosed();
    if (name === "") {
      throw entityError(`Empty attribute name in the tag "${tag}" at byte offset ${this.#bytes(begin)}`);
    }
    this.#spaces();
    if (this.peek() !== "=") {
      if (tag === "blockquote" && name === "expandable") return [name, ""];
      throw entityError(
        `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${this.#bytes(begin)}`,
      );
    }
    this.skip(1);
    this.#spaces();
    if (this.atEnd()) throw unclosed();
    const value = this.#value();
    if (this.atEnd()) throw unclosed();
    return [name, value];
  }

  #value(): string {
    const quote = this.peek();
    if (quote !== '"' && quote !== "'") {
      const begin = this.position;
      const token = this.#until(/[^a-z0-9.-]/i).toLowerCase();
      if (!isSpace(this.peek()) && this.peek() !== ">") {
        throw entityError(`Unexpected end of name token at byte offset ${this.#bytes(begin)}`);
      }
      return token;
    }
    this.skip(1);
    const end = this.#source.indexOf(quote, this.position);
    const raw = this.#source.slice(this.position, end < 0 ? undefined : end);
    this.position = end < 0 ? this.#source.length : end + 1;
    return decodeReferences(raw);
  }

  #until(stop: RegExp): string {
    const begin = this.position;
    while (!this.atEnd() && !stop.test(this.peek())) this.skip(1);
    return this.#source.slice(begin, this.position);
  }

  #spaces(): void {
    while (!this.atEnd() && isSpace(this.peek())) this.skip(1);
  }

  #bytes(position: number): number {
    return Buffer.byteLength(this.#source.slice(0, position));
  }
}
