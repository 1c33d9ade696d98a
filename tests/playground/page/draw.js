// Text of people and of the bot is only ever put in as text.

/** Makes an element; what is not an element becomes text. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  element.append(...children.filter((each) => each !== undefined));
  return element;
}

const styles = { bold: "strong", italic: "em", strike: "s", code: "code" };

function span({ text, style, link }) {
  if (link && /^https?:/.test(link))
    return make("a", { href: link, target: "_blank", rel: "noreferrer noopener" }, text);
  return style ? make(styles[style], {}, text) : text;
}

const spans = (list) => list.map(span);

/** `act`: does something with the message. */
function part(given, message, act) {
  switch (given.kind) {
    case "title":
      return make("h3", {}, ...spans(given.spans));
    case "quote":
      return make("blockquote", {}, ...spans(given.spans));
    case "small":
      return make("p", { class: "small" }, ...spans(given.spans));
    case "list":
      return make("ul", {}, ...given.items.map((each) => make("li", {}, ...spans(each))));
    case "code":
      return make("pre", {}, given.text);
    case "rule":
      return make("hr");
    case "table":
      return table(given.rows);
    case "controls":
      return make("div", { class: "controls" }, ...given.controls.map((each) => control(each, message, act)));
    default:
      return make("p", {}, ...spans(given.spans));
  }
}

function table([head = [], ...rows]) {
  const row = (name, cells) => make("tr", {}, ...cells.map((each) => make(name, {}, ...spans(each))));
  return make("table", {}, make("thead", {}, row("th", head)), make("tbody", {}, ...rows.map((each) => row("td", each))));
}

function control(given, message, act) {
  if (given.kind === "button" && given.link) return span({ text: given.label, link: given.link });
  if (given.kind === "button") {
    const press = () => act({ kind: "press", message: message.id, control: given.id });
    return make("button", { type: "button", onclick: press }, given.label);
  }
  const menu = make(
    "select",
    { "aria-label": given.label },
    make("option", { value: "" }, given.label),
    ...given.options.map(({ label, value }) => make("option", { value }, label)),
  );
  menu.addEventListener("change", () => {
    if (menu.value) act({ kind: "choose", message: message.id, control: given.id, value: menu.value });
  });
  return menu;
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium", hourCycle: "h23" });

function drawMessage(message, platform, act) {
  const notes = [
    clock.format(message.at),
    message.edited && "edited",
    message.threaded && "reply",
    message.onlyYou && message.from !== "You" && "only visible to you",
  ].filter(Boolean);
  const files = message.files.map(({ id, name, size, shows }) => {
    const href = `/api/file?${new URLSearchParams({ platform, id })}`;
    const picture = shows === undefined ? undefined : make("img", { src: href, alt: shows, title: shows });
    return make("a", { class: "file", href }, picture, `${name} · ${Math.ceil(size / 1024)} KB`);
  });
  const kind = message.byBot ? "bot" : message.from === "You" ? "typed" : "person";
  return make(
    "article",
    { class: `${kind}${message.onlyYou ? " private" : ""}`, "data-key": JSON.stringify(message) },
    make("header", {}, make("b", {}, message.from), make("span", { class: "notes" }, notes.join(" · "))),
    ...message.parts.map((each) => part(each, message, act)),
    ...files,
  );
}

/** Draws what is new or changed and leaves the rest as it stands; scrolls down when something came. */
export function drawMessages(list, messages, platform, act) {
  const standing = new Map([...list.children].map((each) => [each.dataset.key, each]));
  const drawn = messages.map((each) => standing.get(JSON.stringify(each)) ?? drawMessage(each, platform, act));
  const fresh = drawn.some((each) => !each.isConnected);
  list.replaceChildren(...drawn);
  if (drawn.length === 0) list.append(make("p", { class: "empty" }, "Nothing has been said here yet."));
  if (fresh) list.scrollTop = list.scrollHeight;
}
