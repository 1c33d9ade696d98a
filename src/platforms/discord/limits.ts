/** What Discord takes at most; lengths in UTF-16 units, as Discord's clients count them or stricter. */
export const limits = {
  embedTitle: 256,
  embedDescription: 4096,
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  menuOptions: 25,
  optionLabel: 100,
  placeholder: 150,
  customId: 100,
  files: 10,
  /** What a picture shows, in words. */
  pictureText: 1024,
  nonce: 25,
  modalTitle: 45,
  modalFields: 5,
  fieldLabel: 45,
  fieldHelp: 100,
  fieldValue: 4000,
  description: 100,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandOptions: 25,
  optionValue: 6000,
} as const;

/** Cuts a text to a length, and shows that it was cut. Never through the middle of a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${wholeCharacters(text.slice(0, length - 1))}…`;
}

/** Without the first half of a character whose second half was cut off. */
export function wholeCharacters(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}
