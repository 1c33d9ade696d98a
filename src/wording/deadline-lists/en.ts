import type { TimeLeft } from "../../deadlines/stages.ts";
import type { DeadlineListsWording } from "./wording.ts";

const lines = (count: number): string => (count === 1 ? "1 line" : `${count} lines`);
const columns =
  "title, reference, department, received, category, kind, from, due, time, owner, leader, selected, consulted, link, channel";

function shortLeft(left: TimeLeft): string {
  switch (left.kind) {
    case "overdue":
      return `${left.days} late`;
    case "today":
      return "today";
    case "perhaps":
      return "perhaps over";
    case "left":
      return `${left.days} left`;
  }
}

export const deadlineListsEn: DeadlineListsWording = {
  pictures: {
    board: (today) => `Deadlines by department, ${today}`,
    days: (department, last) => `${department ?? "Yours to do"}, until ${last}`,
    lights: { red: "overdue", yellow: "soon, or no day", green: "in time" },
    count: (count, light) => `${count} ${{ red: "overdue", yellow: "soon", green: "in time" }[light]}`,
    between: " · ",
    due: ({ from, until }, left) =>
      `${from === until ? from.slice(5) : `${from.slice(5)} to ${until.slice(5)}`} · ${shortLeft(left)}`,
    noDay: "no day",
    provisional: "day not certain",
    nothing: "Nothing is open.",
  },
  today: {
    daily: "You get this every working morning.",
    whenDue: "It comes by itself on working mornings on which something is due.",
    buttons: { daily: "Every working morning", whenDue: "Only when something is due" },
  },
  channel: {
    own: (department, channel) => `${department} is reminded of its deadlines in its own channel, ${channel}.`,
    office: (department) => `${department} has no channel of its own: it is reminded in the office's channel.`,
    none: (department) =>
      `${department} has no channel of its own, nor has the office one: people are written to directly.`,
    mayNot: (department) =>
      `Only the head of ${department} and those who supervise deadlines may choose its channel. Nothing was changed.`,
    what: "People are written to directly in any case. What was added with “channel:no” does not stand in a channel.",
    chosen: (department, use) =>
      `This channel was chosen for ${department}: ${use}. A message comes on working mornings on which something is due.`,
  },
  import: {
    template: "Fill in the attached table, one line for each document, task or instruction, and send it back.",
    howTo: [
      "Only “title” is needed. Columns and cells that are left out mean the same as with “/deadline add”: your own department, received today, a document handed over.",
      "Documents without a category are asked about afterwards, with three plain questions.",
      "Either the whole table is taken in, or nothing of it and you hear why. With “check” nothing is taken in: you only hear what would be.",
      "What is followed up already is not taken in twice: the same document number, or else the same title received on the same day, in the same department.",
    ],
    examples: {
      titles: ["Example: reply on a budget request", "Example: a task of the plan"],
      department: "a department",
      kind: "task",
    },
    refused: (count) => `Nothing was taken in: ${count === 1 ? "a problem" : `${count} problems`} in the table.`,
    correct: "Correct the table and send it again; a template is attached.",
    fault(fault) {
      switch (fault.kind) {
        case "empty":
          return "The file is empty. Fill in the attached template.";
        case "not-text":
          return "This is not a CSV file but a workbook or another format. In Excel or WPS choose “Save as”, then “CSV UTF-8 (comma delimited)”.";
        case "wrong-encoding":
          return "The characters cannot be read: the file is not saved as UTF-8. In Excel or WPS choose “Save as”, then “CSV UTF-8 (comma delimited)”.";
        case "too-large":
          return `The file is too large: at most ${fault.megabytes} MB. Split it and send the parts one after the other.`;
        case "too-many-rows":
          return `The table is too long: at most ${fault.limit} lines below the headings. Split it and send the parts one after the other.`;
        case "quote":
          return 'A quotation mark in the row that begins here is not closed or stands in the wrong place. Put one at each end of the value, and double those inside: "on the ""old"" office".';
        case "too-many-columns":
          return `This line should have the headings, but has more than ${fault.limit}. Columns: ${columns}.`;
        case "missing-column":
          return `The column “${fault.name}” is missing. Add it to the first line, for example: title,department,received.`;
        case "unknown-column":
          return `There is no column “${fault.name}”.${fault.nearest.length > 0 ? ` Did you mean “${fault.nearest.join("” or “")}”?` : ""} Columns: ${columns}.`;
        case "column-twice":
          return `The column “${fault.name}” is there twice. Leave one.`;
        case "no-rows":
          return "There is no line below the headings. Add one for each document, task or instruction.";
        case "extra-value":
          return `“${fault.value}” is beyond the last column. A comma too many? A value with a comma needs quotation marks: "a, b".`;
        case "missing-title":
          return "The title is missing. For example: Reply on the school bus budget";
        case "example":
          return "This is an example line of the template. Replace it, or delete it.";
      }
    },
    checked: (count) => `The table can be taken in: ${lines(count)}. Nothing was taken in yet.`,
    checkedNext: "To take it in, send it again without “check”.",
    done: (count, first, last) => `${count} taken in: ${first === last ? first : `${first} to ${last}`}.`,
    nothingNew: "Nothing was taken in: all of it is followed up already.",
    already: (count) => `Followed up already, and not taken in again (${count}):`,
    noDay: (count) =>
      `${count === 1 ? "One has" : `${count} have`} no day yet: a category has to be chosen, the state of handling to be explained, or a day to be set.`,
    told: (people) => `${people === 1 ? "One person was" : `${people} people were`} told, each in one message.`,
    unheard: (departments) =>
      `The roster has no head of ${departments.join(", ")}, so nobody there was told. Name somebody with the column “owner”, or complete the roster.`,
    yours: (count) => (count === 1 ? "One matter is yours to do:" : `${count} matters are yours to do:`),
  },
};
