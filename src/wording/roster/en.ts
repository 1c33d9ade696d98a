import type { RosterWording } from "./wording.ts";

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const or = (names: readonly string[]) =>
  new Intl.ListFormat("en", { type: "disjunction" }).format(names.map((each) => `“${each}”`));

export const rosterEn: RosterWording = {
  span: (from, until) => {
    if (from === null && until === null) return "not limited";
    if (from === null) return `until ${until}`;
    return until === null ? `from ${from}` : `${from} to ${until}`;
  },
  either: (names) => new Intl.ListFormat("en", { type: "disjunction" }).format(names),
  list: (names) => new Intl.ListFormat("en", { type: "conjunction" }).format(names),
  noDay: (typed) => `“${typed}” is not a day. Write it like 2026-12-05. Nothing was changed.`,
  occasions: { business: "business trip", study: "study", visit: "visit abroad", leave: "leave" },
  people: {
    none: (typed, nearest) =>
      `The roster has nobody called “${typed}”. Nothing was changed. ${nearest.length > 0 ? `Did you mean ${or(nearest)}?` : "Type a name, a title or an id as “/roster show” has them."}`,
    several: (typed, who) =>
      `“${typed}” is more than one person: ${who}. Nothing was changed. Type the id instead of the name.`,
    nextName: (nearest) => (nearest.length > 0 ? `Similar: ${nearest.join(", ")}.` : "“/roster show” shows everybody."),
  },
  import: {
    template: "A template for the roster is attached.",
    howTo: [
      "One line for each post held: somebody with two posts has two lines with the same id, the main post first.",
      "id, name and post must be filled in; the rest may be empty. Replace the two example lines.",
      "post: an id or a name of the table below. title: what the office calls it; if left out, the name of the post.",
      "from and until: days like 2026-03-01, empty for open. portfolio: matters with “;” between them.",
      "Save as “CSV UTF-8 (comma delimited)”, then choose the file here. Until every line is right, nothing is imported.",
    ],
    postId: "post (id)",
    postName: "name",
    chooseFile: "Choose the file",
    refused: (problems) => `Nothing was imported: ${plural(problems, "problem")} in the file.`,
    line: "Line",
    column: "Column",
    problem: "What is wrong, and how to put it right",
    moreProblems: (count) => `… and ${plural(count, "problem")} more.`,
    correct: "Correct the file and import it again; the template is attached.",
    fault: (fault) => {
      switch (fault.kind) {
        case "empty":
          return "The file is empty. Fill in the attached template.";
        case "not-text":
          return "This is not a CSV file but a workbook or another format. In Excel or WPS choose “Save as”, then “CSV UTF-8 (comma delimited)”.";
        case "wrong-encoding":
          return "The characters cannot be read: the file is not saved as UTF-8. In Excel or WPS choose “Save as”, then “CSV UTF-8 (comma delimited)”.";
        case "too-large":
          return `The file is too large: at most ${fault.megabytes} MB. Split it; people who are not in the file stay as they are.`;
        case "too-many-rows":
          return `The file is too large: at most ${fault.limit} lines below the headings, blank ones not counted. Split it; people who are not in the file stay as they are.`;
        case "too-many-columns":
          return `This line should have the headings, but has more than ${fault.limit}. Columns: id, name, post, title, department, from, until, portfolio, email. Leave out all others.`;
        case "quote":
          return 'A quotation mark in the row that begins here is not closed or stands in the wrong place. Put one at each end of the value, and double those inside: "the ""old"" office".';
        case "missing-column":
          return `The column “${fault.name}” is missing. Add it to the first line, for example: id,name,post.`;
        case "unknown-column":
          return `There is no column “${fault.name}”.${fault.nearest.length > 0 ? ` Did you mean ${or(fault.nearest)}?` : ""} Columns: id, name, post, title, department, from, until, portfolio, email.`;
        case "column-twice":
          return `The column “${fault.name}” is there twice. Leave one.`;
        case "no-rows":
          return `There is no line below the headings. Add one for each post held, for example: 1001,Li Ming,${fault.post}.`;
        case "extra-value":
          return `“${fault.value}” is beyond the last column. A comma too many? A value with a comma needs quotation marks: "a, b".`;
        case "missing-value":
          return `The value is missing. For example: ${{ id: "1001", name: "Li Ming", post: fault.post }[fault.column]}`;
        case "too-long":
          return `The value is too long: at most ${fault.limit} characters.`;
        case "bad-id":
          return `“${fault.value}” cannot be an id: only letters, digits, “.”, “-” and “_”, at most 40 characters. For example: 1001`;
        case "unknown-post":
          return `The rulebook has no post “${fault.value}”. ${fault.nearest.length > 0 ? `Did you mean ${or(fault.nearest)}?` : "The template lists the posts."} The office's own words belong in the column “title”.`;
        case "bad-day":
          return `“${fault.value}” is not a day. For example: 2026-03-01`;
        case "until-before-from":
          return `The post ends (${fault.until}) before it begins (${fault.from}). For example: 2024-03-01 to 2026-02-28`;
        case "bad-mail":
          return `“${fault.value}” is not an email address. For example: liming@example.com`;
        case "mail-twice":
          return `${fault.value} is the address of ${fault.person}${fault.line === undefined ? " in the roster" : ` in line ${fault.line}`}. An address belongs to one person: correct it or leave it empty.`;
        case "lost-zeros":
          return `“${fault.value}” is “${fault.known}” in the roster (${fault.person}): a spreadsheet takes zeros from the front of a number. Format the column as text and type the zeros again.`;
        case "two-mails":
          return `The same person has ${fault.value} in line ${fault.line}. Write one address, or leave it empty in later lines.`;
        case "two-names":
          return `The id ${fault.value} is that of ${fault.name} in line ${fault.line}. One id is one person: correct the id or the name.`;
        case "post-twice":
          return `The same post of the same person is in line ${fault.line}, for an overlapping time. Leave one of the two.`;
        case "example":
          return "This is an example line of the template. Replace it with somebody of the office, or delete it.";
      }
    },
    administratorsMail: (name) =>
      `The file gives ${name}, an administrator, another email address. Nothing was imported.`,
    imported: (people) => `The roster is imported: ${plural(people, "person", "people")} in the file.`,
    nothingChanged: "Nothing was changed: the roster is already as the file has it.",
    people: "People",
    count: "Number",
    added: "added",
    changed: "changed",
    unchanged: "unchanged",
    absent: "in the roster, not in the file",
    person: "Changed",
    whatChanged: "What",
    changes: { name: "name", email: "email address", posts: "posts", portfolio: "portfolio" },
    ended: (titles) => `ended: ${titles}`,
    toEnd: "To end somebody's post, import their line with its last day in the column “until”.",
    stay: (names) => `Whoever is not in the file stays as they are: ${names}`,
    more: (count) => `… and ${count} more`,
    next: "Next: people link their accounts. “/roster link person:” and a name makes a code for somebody; in Slack an account whose verified email address is in the roster links itself.",
    show: "Show the roster",
  },
  show: {
    heading: (about, people, linked) =>
      `${about ?? "Roster"}: ${plural(people, "person", "people")}, ${linked} with a linked account`,
    department: "Department",
    name: "Name",
    title: "Title",
    post: "Post by the rules",
    noPostToday: "no post today",
    mark: "✓ account linked",
    entrustments: "Entrustments in force or to come:",
    by: "Entrusted by",
    to: "Entrusted",
    span: "Days",
    occasion: "Occasion",
    person: (name, id) => `${name} (${id})`,
    past: "ended",
    now: "now",
    future: "to come",
    portfolio: "In charge of",
    mail: "Email",
    accounts: "Accounts",
    noAccount: "No account is linked yet.",
    makeCode: "Make a code",
    nothing: (typed) => `The roster has nothing about “${typed}”.`,
    empty: "The roster is empty.",
    emptyNext: "Import it: “/roster import” gives a template and takes the file.",
  },
  who: {
    ask: "Whom do you look for? A post, a department, a matter or a name.",
    name: "Name",
    title: "Title",
    department: "Department",
    holds: (post, people) => `${post}, today${people === 1 ? "" : ` (${people} people)`}`,
    inDepartment: (department) => `${department}, highest post`,
    inCharge: (matter) => `In charge of ${matter}`,
    named: (name) => `People called ${name}`,
    more: (count) => `${plural(count, "other")} of this department: “/roster show”.`,
    acts: (post, by, to, span, occasion) =>
      `Entrusted by ${by} (${post}), ${to} presides over day-to-day work, ${span}, ${occasion}.`,
    ownArrangement: "This entrustment is the office's own arrangement; the rules do not provide for it.",
    vacant: (post) => `By the roster nobody holds the post “${post}” today.`,
    nothing: (typed) => `The roster has nobody for “${typed}”.`,
  },
  link: {
    needsCode: "To link this account to you, I need your code.",
    whoGivesCodes:
      "A code links an account. An administrator, or whoever keeps the roster, makes one with “/roster link person:” and your name. On another platform where I know you, “/roster link” gives you one.",
    typeCode: "Type the code",
    alreadyLinked: (name) =>
      `This account is already linked to ${name}. Nothing was changed, and the code can still be used. If that is wrong, unlink it first with “/roster unlink”, then type the code again.`,
    codeProblems: {
      wrong:
        "This code is wrong. Nothing was changed. Look at it again (eight letters and digits, like K7M2-9QXB), or ask for a new one.",
      expired: "This code has expired: it is valid for 24 hours. Nothing was changed. Ask for a new one.",
      used: "This code has been used already: each links one account. Nothing was changed. Ask for a new one.",
      "too-many":
        "Too many wrong codes: I take none from this account for an hour. Nothing was changed. After that, try again with a new one.",
    },
    linked: (name) => `This account is now linked: you are ${name}.`,
    posts: (titles) => `Your posts today: ${titles}.`,
    noPosts: "The roster has no post of yours today.",
    ifWrong: "If that is not you, type “/roster unlink” and tell your administrator.",
    newAccount: (platform, account) => `A new account was linked to you: ${account}, ${platform}.`,
    ifNotYou: "If that was not you, unlink it now and tell your administrator.",
    code: (name, code) => `Code for ${name}: ${code}`,
    tellThem: (code, until) =>
      `Give it to them, and to nobody else. They type “/roster link ${code}” in the chat that they use, before ${until}.`,
    bySlackMail: (mail) =>
      `In Slack no code is needed when their account there has the verified address ${mail}: it links itself when they first ask something.`,
    noMail: "The roster has no email address of theirs, so no account links itself.",
    ownCode: (code) => `Your code: ${code}`,
    typeYourself: (code, until) =>
      `On the other platform type “/roster link ${code}” before ${until}. Show it to nobody.`,
    once: "A code links one account, once. Earlier codes are no longer valid.",
  },
  unlink: {
    notLinked: "This account is linked to nobody. Nothing was changed.",
    noLongerLinked: "This account is not linked to you any more. Nothing was changed.",
    lastAdministrator: (name) =>
      `Unlinked, ${name} could administer Mishu no longer, and nobody else can. Nothing was changed; appoint somebody else first with “/roster admin”.`,
    which: "Which of your accounts shall I unlink?",
    button: (platform) => `Unlink ${platform}`,
    noAccounts: (name) => `${name} has no linked account. Nothing was changed.`,
    notThere: (name, platform, where) =>
      `${name} has no account on “${platform}”, only: ${where}. Nothing was changed.`,
    done: (name, accounts, platforms) => `${plural(accounts, "account")} of ${name} unlinked: ${platforms}.`,
    ownNext: "With a code the account can be linked again: “/roster link”.",
    told: "A message to the account tells them.",
    notice: (name) => `This account is no longer linked to ${name}.`,
  },
  entrust: {
    needs: (post) =>
      `To record an entrustment I need who is entrusted, the last day and the occasion.${post === undefined ? "" : ` Left out, the post is the one that the rules name (here: ${post}).`}`,
    fill: "Fill in",
    whosePost: "Whose post is entrusted? The rules name none: give a post, a title or a name. Nothing was changed.",
    vacant: (post, day) => `Nobody holds the post “${post}” on ${day}, by the roster. Nothing was changed.`,
    severalHold: (post, who) =>
      `Several people hold the post “${post}”: ${who}. Nothing was changed. Name the person instead of the post.`,
    noPost: (name, day) => `${name} holds no post on ${day}, by the roster. Nothing was changed.`,
    untilBeforeFrom: (from, until) => `The last day (${until}) is before the first (${from}). Nothing was changed.`,
    over: (until) => `${until} is over already. Nothing was changed.`,
    themselves: (name) => `${name} cannot entrust themselves. Nothing was changed; choose somebody else.`,
    overlaps: (post, by, to, span) =>
      `${by} (${post}) has already entrusted ${to}, ${span}. Nothing was changed. End that first, or choose other days.`,
    recorded: (post, by, to, span, occasion) =>
      `Recorded: while ${by} (${post}) is away (${occasion}), ${span}, ${to} presides over day-to-day work, entrusted by ${by}.`,
    ended: (post, by, to, span, occasion) =>
      `Ended: ${to} is no longer entrusted by ${by} (${post}). It was recorded for ${span}, ${occasion}.`,
    notByRules:
      "This is the office's own arrangement, not one that the rules provide for. What the rules say about entrusting:",
    rulesSilent: "This is the office's own arrangement, not one that the rules provide for.",
    bothTold: "Both are told.",
    otherTold: "The other person is told.",
    tellYourself: (names) => `No account is linked for ${names}: please tell them yourself.`,
    endNow: "End it",
    nothingToEnd: "There is no such entrustment in force or to come. Nothing was changed. “/roster show” lists them.",
    whichToEnd: "Which one shall end?",
    endButton: (by, to) => `${by} entrusts ${to}`,
  },
  admin: {
    whom: "Whom shall I appoint or dismiss as an administrator of Mishu?",
    now: "Administrators now",
    noneYet: "There is no administrator yet.",
    account: (name, platform) => `${name} (${platform}, linked to nobody)`,
    dismiss: (name) => `Dismiss ${name}`,
    choose: "Choose a person",
    isAlready: (name) => `${name} is an administrator already. Nothing was changed.`,
    isNone: (name) => `${name} is not an administrator. Nothing was changed.`,
    last: (name) => `${name} is the last administrator. Nothing was changed; appoint somebody else first.`,
    appointed: (name) => `${name} is now an administrator of Mishu.`,
    dismissed: (name) => `${name} is no longer an administrator of Mishu.`,
    told: "A message tells them.",
    noAccount: {
      appointed: "They have no linked account yet: “/roster link person:” and their name makes them a code.",
      dismissed: "They have no linked account: please tell them yourself.",
    },
    notice: {
      appointed: "You are now an administrator of Mishu.",
      dismissed: "You are no longer an administrator of Mishu.",
    },
    noticeNext: {
      appointed:
        "You may import the roster, link accounts, change settings and appoint administrators; “/help” shows how.",
      dismissed: "You can go on asking; what your post allows is not changed.",
    },
  },
};
