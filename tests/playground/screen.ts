/** What one person sees on one platform, in the same words for all of them: the page and the prompt draw this. */

export type PlatformName = "slack" | "discord";

/** A run of text; `link` is only ever an http address. */
export interface Span {
  readonly text: string;
  readonly style?: "bold" | "italic" | "strike" | "code";
  readonly link?: string;
}

export type Part =
  | { readonly kind: "title" | "text" | "small" | "quote"; readonly spans: readonly Span[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Span[])[])[] }
  | { readonly kind: "controls"; readonly controls: readonly Control[] };

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** A button or a menu of a message; `id` is what the platform knows it by. */
export type Control =
  | { readonly kind: "button"; readonly id: string; readonly label: string; readonly link?: string }
  | { readonly kind: "menu"; readonly id: string; readonly label: string; readonly options: readonly Option[] };

export interface SentFile {
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** It is a picture: what it shows, in words. */
  readonly shows?: string;
}

export interface Message {
  readonly id: string;
  readonly from: string;
  readonly byBot: boolean;
  /** Nobody else sees it. */
  readonly onlyYou: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly edited: boolean;
  /** It answers another message. */
  readonly threaded: boolean;
  readonly parts: readonly Part[];
  readonly files: readonly SentFile[];
}

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** `search`: what may be chosen is asked for while typing. `note`: only to be read. */
  readonly kind: "line" | "long" | "menu" | "search" | "file" | "note";
  readonly needed: boolean;
  readonly value: string;
  readonly options: readonly Option[];
  readonly error: string;
}

export interface Form {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly fields: readonly Field[];
  /** What is wrong with the form as a whole; "" when nothing is. */
  readonly trouble: string;
}

export interface Screen {
  readonly messages: readonly Message[];
  readonly form?: Form;
}

/** A file as a person picks it. */
export interface Upload {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What a person does. */
export type Deed =
  | { readonly kind: "say"; readonly text: string; readonly file?: Upload }
  | { readonly kind: "press"; readonly message: string; readonly control: string }
  | { readonly kind: "choose"; readonly message: string; readonly control: string; readonly value: string }
  | { readonly kind: "submit"; readonly form: string; readonly values: Readonly<Record<string, string | Upload>> }
  | { readonly kind: "close"; readonly form: string };

/** One request of the bot, for developers. */
export interface JournalLine {
  readonly what: string;
  /** "ok", an error code, or a status of HTTP; "…" while it is under way. */
  readonly outcome: string;
  readonly failed: boolean;
}

export interface Place {
  readonly id: string;
  readonly name: string;
}

/** A chat with its people in it, as the playground uses it. People and places go by the ids of the cast. */
export interface Side {
  readonly name: PlatformName;
  readonly places: readonly Place[];
  /** The account of its owner, as the office names it. */
  readonly owner: string;
  screen(person: string, place: string): Screen;
  /** Does it, and waits until the platform took it. What its client would not let a person do throws an Error. */
  act(person: string, place: string, deed: Deed): Promise<void>;
  /** What may be typed next. `field`: a field of the form before them; missing: the line itself. */
  suggest(person: string, place: string, typed: string, field?: string): Promise<readonly Option[]>;
  localeOf(person: string): string;
  setLocale(person: string, locale: string): void;
  file(id: string): Upload | undefined;
  journal(): readonly JournalLine[];
  /** What the fake had no answer for: there should be nothing. */
  unexpected(): readonly string[];
  onChange(listener: () => void): void;
  stop(): Promise<void>;
}
