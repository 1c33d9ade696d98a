import { make } from "./draw.js";

/** What is shown at present, so that a form that did not change keeps what was typed into it. */
let shown = "";

/** Bytes as base64, in pieces that a function call can take. */
export async function fileAsJson(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { name: file.name, base64: btoa(binary) };
}

/** Opens, changes or closes the dialog. `office`: sample (its name), useSample, act, suggest. */
export function drawForm(dialog, form, office) {
  const key = JSON.stringify(form ?? null);
  if (key === shown) return;
  shown = key;
  if (!form) return dialog.close();
  const fields = form.fields.map((each) => drawField(each, office));
  const close = () => office.act({ kind: "close", form: form.id });
  const send = async (event) => {
    event.preventDefault();
    const values = {};
    for (const field of fields) {
      const value = await field.value?.();
      if (value !== undefined) values[field.id] = value;
    }
    // drawn anew when it comes back with errors
    shown = "";
    await office.act({ kind: "submit", form: form.id, values });
  };
  dialog.replaceChildren(
    make(
      "form",
      { onsubmit: send },
      make("h2", {}, form.title),
      ...(form.trouble ? [make("p", { class: "error" }, form.trouble)] : []),
      ...fields.map((each) => each.element),
      make(
        "div",
        { class: "controls end" },
        make("button", { type: "button", onclick: close }, form.cancel),
        make("button", { type: "submit", class: "main" }, form.submit),
      ),
    ),
  );
  dialog.oncancel = (event) => {
    event.preventDefault();
    close();
  };
  if (!dialog.open) dialog.showModal();
}

function drawField(field, office) {
  if (field.kind === "note") return { id: field.id, element: make("p", {}, field.label) };
  const { input, value, extra = [] } = inputs[field.kind](field, office);
  const element = make(
    "div",
    { class: `field${field.error ? " wrong" : ""}` },
    make("label", {}, `${field.label}${field.needed ? "" : " (optional)"}`, input),
    ...extra,
    ...(field.error ? [make("p", { class: "error" }, field.error)] : []),
    ...(field.help ? [make("p", { class: "small" }, field.help)] : []),
  );
  return { id: field.id, element, value };
}

const inputs = {
  line(field) {
    const input = make("input", { type: "text", value: field.value });
    return { input, value: () => input.value };
  },
  long(field) {
    const input = make("textarea", { rows: 4 }, field.value);
    return { input, value: () => input.value };
  },
  menu(field) {
    const empty = make("option", { value: "" }, "–");
    const input = make("select", {}, empty, ...field.options.map(({ label, value }) => make("option", { value }, label)));
    input.value = field.value;
    return { input, value: () => input.value };
  },
  search(field, office) {
    let chosen = field.value;
    const input = make("input", { type: "text", value: field.options[0]?.label ?? "", placeholder: "Type to search" });
    const list = make("ul", { class: "choices", hidden: true });
    const look = async () => {
      const found = await office.suggest(input.value, field.id);
      list.hidden = false;
      const pick = ({ label, value }) => () => {
        chosen = value;
        input.value = label;
        list.hidden = true;
      };
      list.replaceChildren(
        ...found.map((each) => make("li", {}, make("button", { type: "button", onclick: pick(each) }, each.label))),
        ...(found.length === 0 ? [make("li", { class: "small" }, "Nothing found.")] : []),
      );
    };
    input.addEventListener("input", () => {
      chosen = "";
      look();
    });
    input.addEventListener("click", look);
    return { input, value: () => chosen, extra: [list] };
  },
  file(field, office) {
    const input = make("input", { type: "file" });
    const sample = make("input", { type: "checkbox" });
    sample.checked = office.useSample();
    const note = field.value ? [make("p", { class: "small" }, `Attached: ${field.value}`)] : [];
    const choose = make("label", { class: "sample" }, sample, `Attach the sample roster (${office.sample})`);
    input.addEventListener("change", () => {
      sample.checked = false;
    });
    const value = async () => {
      if (input.files[0]) return fileAsJson(input.files[0]);
      return sample.checked ? { sample: true } : undefined;
    };
    return { input, value, extra: [choose, ...note] };
  },
};
