import { make } from "./draw.js";
import { fileAsJson } from "./form.js";

const at = (id) => document.getElementById(id);

/** The line to type in. `office`: commands(), suggest(typed), say(text, file), sample. */
export function createComposer(office) {
  const text = at("text");
  const file = at("file");
  let sample = false;
  let sent = [];
  let back = 0;
  let asked = 0;

  const showAttached = () => {
    const name = sample ? office.sample() : file.files[0]?.name;
    const drop = () => {
      sample = false;
      file.value = "";
      showAttached();
    };
    at("attached").hidden = !name;
    at("attached").replaceChildren(`Attached: ${name} `, make("button", { type: "button", onclick: drop }, "Remove"));
  };

  const put = (value) => {
    text.value = value;
    text.focus();
    look();
  };

  const offer = (choices) => {
    at("choices").hidden = choices.length === 0;
    at("choices").replaceChildren(
      ...choices.map(({ line, label, note }) =>
        make(
          "li",
          {},
          make("button", { type: "button", onclick: () => put(line) }, make("b", {}, label), note ? ` ${note}` : ""),
        ),
      ),
    );
  };

  /** What can be typed next: a command, the values of the option that is typed, or its options as a hint. */
  const look = async () => {
    const typed = text.value;
    const number = ++asked;
    if (!typed.startsWith("/")) {
      at("hint").textContent = "Type / for commands, @mishu in the channel, or a question in the direct message.";
      return offer([]);
    }
    const commands = office.commands();
    const command = commands.filter(({ line }) => `${typed} `.startsWith(`${line} `)).at(-1);
    at("hint").textContent = command ? hint(command) : "";
    if (!command)
      return offer(
        commands
          .filter(({ line }) => line.startsWith(typed.trim()))
          .map(({ line, summary }) => ({ line: `${line} `, label: line, note: summary })),
      );
    const found = await office.suggest(typed);
    if (number !== asked) return;
    offer(
      found.map(({ label, value }) => ({
        label,
        line: typed.replace(/([:：])[^:：]*$/, `$1${/\s/.test(value) ? `"${value}"` : value}`),
      })),
    );
  };

  const hint = ({ summary, options }) => {
    const names = options.map(({ name, help, file: takesFile }) => `${name}${takesFile ? " (file)" : ":"} ${help}`);
    return `${summary}${names.length > 0 ? ` – ${names.join("; ")}` : ""}`;
  };

  text.addEventListener("input", look);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Escape") offer([]);
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step || sent.length === 0) return;
    event.preventDefault();
    back = Math.min(Math.max(back + step, 0), sent.length);
    put(back === 0 ? "" : sent[sent.length - back]);
  });
  file.addEventListener("change", () => {
    sample = false;
    showAttached();
  });
  at("composer").addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = text.value.trim();
    const attached = sample ? { sample: true } : file.files[0] && (await fileAsJson(file.files[0]));
    if (given === "" && !attached) return;
    sent = [...sent, given];
    back = 0;
    put("");
    sample = false;
    file.value = "";
    showAttached();
    await office.say(given, attached);
  });

  return { put, look };
}
