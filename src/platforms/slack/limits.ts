/** What Slack takes at most; lengths in UTF-16 units. */
export const limits = {
  blocks: 50,
  /** Of all texts of a message together. Not documented: longer ones are refused as msg_blocks_too_long. */
  messageText: 12_000,
  text: 3000,
  header: 150,
  actionElements: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  menuOptions: 100,
  optionLabel: 75,
  optionValue: 150,
  placeholder: 150,
  modalTitle: 24,
  modalButton: 24,
  fieldLabel: 2000,
  fieldHelp: 2000,
  fieldValue: 3000,
  privateMetadata: 3000,
  /** A response_url takes five messages; one is left for what goes wrong. */
  messages: 4,
  notification: 1000,
  fileName: 80,
  /** What a picture shows, in words. */
  pictureText: 1000,
  commandDescription: 2000,
  usageHint: 1000,
  shortcutName: 24,
  shortcutDescription: 150,
} as const;

/** Commands that are Slack's own: an app that takes one of these names is never asked. */
export const slacksOwnCommands: ReadonlySet<string> = new Set(
  (
    "active apps archive away call canvas collapse dm dnd expand feed feedback github help huddle invite " +
    "invite_people join keys kick leave list me msg mute open part people prefs remind remove rename search section " +
    "shortcuts shrug star status todo topic trust unarchive who workflow"
  ).split(" "),
);

/** Cuts a text to a length, and shows that it was cut. Never through the middle of a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Takes a text apart into pieces of at most so many characters, at the end of a line where there is one. */
export function piecesOf(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > length) {
    const line = rest.lastIndexOf("\n", length - 1);
    const piece = line > length / 2 ? rest.slice(0, line + 1) : rest.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return rest === "" ? pieces : [...pieces, rest];
}
