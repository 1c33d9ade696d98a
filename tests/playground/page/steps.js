import { make } from "./draw.js";

const code = /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/g;

/** The newest code on a screen, to link an account with. */
export const codeOn = ({ messages }) => JSON.stringify(messages.map(({ parts }) => parts)).match(code)?.at(-1);

/**
 * Three things to try in order. `office`: platform(), person(id), go(person) and say(text, file) as that person,
 * put(text) into the line, screenOf(person).
 */
export function drawSteps(list, office) {
  const onDiscord = () => office.platform() === "discord";
  const importRoster = async () => {
    await office.go("owner");
    // Slack opens a form for the file, Discord takes it with the command
    if (onDiscord()) return office.say("/roster import", { sample: true });
    office.attachSample();
    return office.say("/roster import");
  };
  const makeCode = async () => {
    await office.go("owner");
    await office.say(`/roster link person:${office.person("bureau-head").name}`);
  };
  const useCode = async () => {
    const found = codeOn(await office.screenOf("owner"));
    if (!found) return office.tell("First make a code for the bureau head, as the owner.");
    await office.go("bureau-head");
    await office.say(`/roster link code:${found}`);
  };
  const ask = async () => {
    await office.go("bureau-head");
    await office.say(`/ask ${onDiscord() ? "question:" : ""}who do I request leave from?`);
  };
  const button = (label, onclick) => make("button", { type: "button", onclick }, label);
  const how = (text) => make("span", { class: "how" }, `${text} `);
  list.replaceChildren(
    make(
      "li",
      {},
      make("b", {}, "As the owner: "),
      how("/roster import, with the sample roster."),
      button("Import the sample roster", importRoster),
    ),
    make(
      "li",
      {},
      make("b", {}, "Link a bureau head: "),
      how("a code from the owner, typed by that person."),
      button("Make a code", makeCode),
      " ",
      button("Use it as that person", useCode),
    ),
    make("li", {}, make("b", {}, "Ask: "), how("who do I request leave from?"), button("Ask as the bureau head", ask)),
  );
}
