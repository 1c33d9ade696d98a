import { createComposer } from "./composer.js";
import { drawMessages, make } from "./draw.js";
import { drawForm } from "./form.js";
import { drawSteps } from "./steps.js";

const at = (id) => document.getElementById(id);

/** Who looks at what; it stands in the address too, so that a page can be kept. */
const [platform = "slack", person = "owner", place = "channel"] = location.hash.slice(1).split("/").filter(Boolean);
const here = { platform, person, place };
let office;
let commands = [];
let sampleWanted = false;

async function ask(path, query) {
  const response = await fetch(`/api/${path}?${new URLSearchParams(query)}`);
  return response.json();
}

async function send(path, body) {
  const response = await fetch(`/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...here, ...body }),
  });
  tell((await response.json()).problem ?? "");
}

function tell(problem) {
  at("problem").hidden = problem === "";
  at("problem").textContent = problem;
}

async function act(deed) {
  await send("do", { deed });
  await look();
}

const say = (text, file) => act({ kind: "say", text, ...(file ? { file } : {}) });

const formOffice = {
  get sample() {
    return office.sample;
  },
  useSample: () => sampleWanted,
  act(deed) {
    sampleWanted = false;
    return act(deed);
  },
  suggest: (typed, field) => ask("suggest", { ...here, typed, field }),
};

let looking = 0;

/** Fetches and draws what there is to be seen. */
async function look() {
  const number = ++looking;
  const screen = await ask("screen", here);
  if (number !== looking) return;
  if (screen.problem) return tell(screen.problem);
  drawMessages(at("messages"), screen.messages, here.platform, act);
  drawForm(at("dialog"), screen.form, formOffice);
  at("locale").value = screen.locale;
  at("intro").classList.toggle("brief", screen.messages.length > 0);
  if (!at("journal").hidden) await drawJournal();
}

async function drawJournal() {
  const { requests, unexpected } = await ask("journal", { platform: here.platform });
  at("unexpected").hidden = unexpected.length === 0;
  at("unexpected").textContent = unexpected.join("\n");
  at("requests").replaceChildren(
    ...requests.map(({ what, outcome, failed }) =>
      make("li", failed ? { class: "failed" } : {}, make("span", {}, what), make("b", {}, outcome)),
    ),
  );
  at("journal").scrollTop = at("journal").scrollHeight;
}

/** Goes somewhere else: another platform, person or place. */
async function go(change) {
  Object.assign(here, change);
  history.replaceState(null, "", `#${here.platform}/${here.person}/${here.place}`);
  tell("");
  drawPlace();
  commands = await ask("commands", here);
  await look();
  composer.look();
}

function drawPlace() {
  const choice = (list, current, chosen) =>
    list.map(({ id, name, role }) =>
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", "aria-pressed": String(id === current), onclick: () => go(chosen(id)) },
          make("span", {}, name),
          ...(role ? [make("small", {}, role)] : []),
        ),
      ),
    );
  const names = { slack: "Slack", discord: "Discord" };
  const platforms = office.platforms.map(({ name }) => ({ id: name, name: names[name] }));
  const tabs = choice(platforms, here.platform, (id) => ({ platform: id }));
  at("platforms").replaceChildren(...tabs.map((each) => each.firstChild));
  at("people").replaceChildren(...choice(office.people, here.person, (id) => ({ person: id })));
  const { places } = office.platforms.find(({ name }) => name === here.platform);
  at("places").replaceChildren(...choice(places, here.place, (id) => ({ place: id })));
  document.body.dataset.platform = here.platform;
}

const composer = createComposer({
  commands: () => commands,
  suggest: (typed) => ask("suggest", { ...here, typed }),
  say,
  sample: () => office.sample,
});

office = await ask("office", {});
at("locale").replaceChildren(...office.locales.map(({ id, name }) => make("option", { value: id }, name)));
at("locale").addEventListener("change", async () => {
  await send("locale", { locale: at("locale").value });
  await go({});
});
at("journal-toggle").addEventListener("click", () => {
  at("journal").hidden = !at("journal").hidden;
  at("journal-toggle").setAttribute("aria-expanded", String(!at("journal").hidden));
  look();
});
drawSteps(at("steps"), {
  platform: () => here.platform,
  person: (id) => office.people.find((each) => each.id === id),
  go: (id) => go({ person: id, place: "channel" }),
  screenOf: (id) => ask("screen", { ...here, person: id, place: "channel" }),
  attachSample() {
    sampleWanted = true;
  },
  say,
  tell,
});
await go({});
new EventSource("/api/changes").onmessage = () => look();
