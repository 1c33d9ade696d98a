import { inChinese, spanInChinese } from "../chinese-days.ts";
import type { RosterWording } from "./wording.ts";

const or = (names: readonly string[]) => {
  const quoted = names.map((each) => `“${each}”`);
  return [quoted.slice(0, -1).join(""), ...quoted.slice(-1)].filter(Boolean).join("或");
};

export const rosterZhHans: RosterWording = {
  span: (from, until) => {
    if (from === null && until === null) return "不限";
    if (from === null) return `至${inChinese(until ?? "")}`;
    return until === null ? `自${inChinese(from)}起` : spanInChinese(from, until);
  },
  either: (names) => names.join("或"),
  list: (names) => names.join("、"),
  noDay: (typed) => `“${typed}”不是日期。请写成 2026-12-05 的形式。未作任何更改。`,
  occasions: { business: "出差", study: "学习", visit: "出访", leave: "休假" },
  people: {
    none: (typed, nearest) =>
      `花名册上没有“${typed}”。未作任何更改。${nearest.length > 0 ? `您要找的是${or(nearest)}吗？` : "请输入“/roster show”中的姓名、职务名称或编号。"}`,
    several: (typed, who) => `“${typed}”不止一人：${who}。未作任何更改。请改用编号。`,
    nextName: (nearest) =>
      nearest.length > 0 ? `相近的有：${nearest.join("、")}。` : "“/roster show”可查看全体人员。",
  },
  import: {
    template: "已附上花名册模板。",
    howTo: [
      "每个职务一行：一人有两个职务就写两行，编号相同，主要职务在前。",
      "编号、姓名、职务必填，其余可空。两行示例请换成实际人员。",
      "职务：填下表中的代号或名称。职务名称：填本单位的叫法，不填则与职务相同。",
      "起、止：日期写成 2026-03-01，不限则留空。分工：各事项用“；”隔开。",
      "另存为“CSV UTF-8（逗号分隔）”，再在此选择文件。只要有一行有误，就不会导入任何内容。",
    ],
    postId: "职务（代号）",
    postName: "名称",
    chooseFile: "选择文件",
    refused: (problems) => `未导入任何内容：文件中有${problems}处问题。`,
    line: "行",
    column: "列",
    problem: "问题和改法",
    moreProblems: (count) => `……还有${count}处问题。`,
    correct: "请改正文件后重新导入；模板已附上。",
    fault: (fault) => {
      switch (fault.kind) {
        case "empty":
          return "文件是空的。请填写所附模板。";
        case "not-text":
          return "这不是 CSV 文件，而是工作簿或其他格式。请在 Excel 或 WPS 中选“另存为”，再选“CSV UTF-8（逗号分隔）”。";
        case "wrong-encoding":
          return "文件没有以 UTF-8 保存，文字无法读取。请在 Excel 或 WPS 中选“另存为”，再选“CSV UTF-8（逗号分隔）”。";
        case "too-large":
          return `文件太大，最大${fault.megabytes} MB。请分成几个文件；不在文件中的人员保持不变。`;
        case "too-many-rows":
          return `文件太大，表头以下最多${fault.limit}行（空行不计）。请分成几个文件；不在文件中的人员保持不变。`;
        case "too-many-columns":
          return `此行应为表头，但超过了${fault.limit}列。可用的列：编号、姓名、职务、职务名称、部门、起、止、分工、邮箱。请删去其他各列。`;
        case "quote":
          return '从此行开始的一条数据，引号没有成对或位置不对。请在内容两端各加一个引号，内容中的引号写两个，例如："原""老""办公室"。';
        case "missing-column":
          return `缺少“${fault.name}”一列。请在第一行补上，例如：编号,姓名,职务。`;
        case "unknown-column":
          return `没有“${fault.name}”这一列。${fault.nearest.length > 0 ? `是不是${or(fault.nearest)}？` : ""}可用：编号、姓名、职务、职务名称、部门、起、止、分工、邮箱。`;
        case "column-twice":
          return `“${fault.name}”一列重复。请只留一列。`;
        case "no-rows":
          return `表头下面没有内容。请为每个职务写一行，例如：1001,李明,${fault.post}。`;
        case "extra-value":
          return `“${fault.value}”超出了最后一列。是否多了逗号？含逗号的内容要加引号，例如："甲,乙"。`;
        case "missing-value":
          return `此处不能为空。例如：${{ id: "1001", name: "李明", post: fault.post }[fault.column]}`;
        case "too-long":
          return `内容太长，最多${fault.limit}个字符。`;
        case "bad-id":
          return `“${fault.value}”不能用作编号：只能用文字、数字和“.”“-”“_”，最多40个字符。例如：1001`;
        case "unknown-post":
          return `规则中没有“${fault.value}”这个职务。${fault.nearest.length > 0 ? `是不是${or(fault.nearest)}？` : "模板中列有全部职务。"}本单位的叫法请填在“职务名称”列。`;
        case "bad-day":
          return `“${fault.value}”不是日期。例如：2026-03-01`;
        case "until-before-from":
          return `“止”（${fault.until}）早于“起”（${fault.from}）。例如：2024-03-01 至 2026-02-28`;
        case "bad-mail":
          return `“${fault.value}”不是电子邮箱。例如：liming@example.com`;
        case "mail-twice":
          return `${fault.value}是${fault.line === undefined ? "花名册上" : `第${fault.line}行`}${fault.person}的邮箱。一个邮箱只属于一人，请改正或留空。`;
        case "lost-zeros":
          return `“${fault.value}”在花名册中为“${fault.known}”（${fault.person}）：电子表格会去掉编号前面的零。请把该列设为文本格式，再补上零。`;
        case "two-mails":
          return `同一人在第${fault.line}行的邮箱是${fault.value}。请统一，或在后面的行留空。`;
        case "two-names":
          return `编号${fault.value}在第${fault.line}行是${fault.name}。一个编号只属于一人，请改正编号或姓名。`;
        case "post-twice":
          return `同一人的同一职务在第${fault.line}行已有，时间重叠。请只留一行。`;
        case "example":
          return "这是模板的示例行。请换成实际人员，或删去此行。";
      }
    },
    administratorsMail: (name) => `文件更改了管理员${name}的邮箱。未导入任何内容。`,
    imported: (people) => `花名册已导入：文件中共${people}人。`,
    nothingChanged: "未作任何更改：花名册与文件一致。",
    people: "人员",
    count: "人数",
    added: "新增",
    changed: "有变动",
    unchanged: "无变动",
    absent: "在花名册上、不在文件中",
    person: "有变动的人员",
    whatChanged: "变动内容",
    changes: { name: "姓名", email: "邮箱", posts: "职务", portfolio: "分工" },
    ended: (titles) => `已终止：${titles}`,
    toEnd: "如需终止某人的职务，请导入其所在行，并在“止”列填写最后一天。",
    stay: (names) => `不在文件中的人员保持不变：${names}`,
    more: (count) => `……还有${count}人`,
    next: "下一步：请各人关联账号。输入“/roster link 人员:”加姓名，可为某人生成关联码；在 Slack 中，已验证的邮箱与花名册一致的账号会自动关联。",
    show: "查看花名册",
  },
  show: {
    heading: (about, people, linked) => `${about ?? "花名册"}：共${people}人，其中${linked}人已关联账号`,
    department: "部门",
    name: "姓名",
    title: "职务名称",
    post: "规则中的职务",
    noPostToday: "今天无职务",
    mark: "✓ 已关联账号",
    entrustments: "有效和待生效的委托：",
    by: "委托人",
    to: "受托人",
    span: "起止",
    occasion: "事由",
    person: (name, id) => `${name}（${id}）`,
    past: "曾任",
    now: "现任",
    future: "将任",
    portfolio: "分工",
    mail: "邮箱",
    accounts: "账号",
    noAccount: "尚未关联账号。",
    makeCode: "生成关联码",
    nothing: (typed) => `花名册上没有与“${typed}”有关的内容。`,
    empty: "花名册是空的。",
    emptyNext: "请先导入：“/roster import”提供模板并接收文件。",
  },
  who: {
    ask: "您要找谁？请输入职务、部门、事项或姓名。",
    name: "姓名",
    title: "职务名称",
    department: "部门",
    holds: (post, people) => `现任${post}${people === 1 ? "" : `：共${people}人`}`,
    inDepartment: (department) => `${department}现任最高职务`,
    inCharge: (matter) => `分管${matter}`,
    named: (name) => `姓名含“${name}”的人员`,
    more: (count) => `该部门另有${count}人，可用“/roster show”查看。`,
    acts: (post, by, to, span, occasion) => `${span}，${by}（${post}）${occasion}期间，${to}受其委托代理主持日常工作。`,
    ownArrangement: "此项委托由本单位自行安排，规则没有规定。",
    vacant: (post) => `按花名册，今天无人担任“${post}”。`,
    nothing: (typed) => `花名册上没有与“${typed}”对应的人员。`,
  },
  link: {
    needsCode: "要把此账号关联到您本人，需要您的关联码。",
    whoGivesCodes:
      "管理员或负责花名册的人员可用“/roster link 人员:”加您的姓名生成关联码。您已关联其他平台的，在该平台输入“/roster link”也可取得。",
    typeCode: "输入关联码",
    alreadyLinked: (name) =>
      `此账号已关联到${name}。未作任何更改，关联码仍可使用。如有错误，请先用“/roster unlink”解除，再输入关联码。`,
    codeProblems: {
      wrong: "关联码有误。未作任何更改。请再核对（八个字母和数字，例如 K7M2-9QXB），或索取新的关联码。",
      expired: "关联码已过期，有效期为24小时。未作任何更改。请索取新的关联码。",
      used: "关联码已用过，每个只能关联一个账号。未作任何更改。请索取新的关联码。",
      "too-many": "输错次数过多，一小时内不再接受此账号输入的关联码。未作任何更改。请一小时后用新的关联码再试。",
    },
    linked: (name) => `此账号已关联：您是${name}。`,
    posts: (titles) => `您今天的职务：${titles}。`,
    noPosts: "花名册上今天没有您的职务。",
    ifWrong: "如果不是您，请输入“/roster unlink”并告知管理员。",
    newAccount: (platform, account) => `有新账号关联到您：${account}，${platform}。`,
    ifNotYou: "如非您本人操作，请立即解除关联并告知管理员。",
    code: (name, code) => `${name}的关联码：${code}`,
    tellThem: (code, until) =>
      `请只告诉本人。本人须于${inChinese(until)}以前，在自己使用的平台输入“/roster link ${code}”。`,
    bySlackMail: (mail) => `其 Slack 账号的已验证邮箱如为 ${mail}，则无需关联码，首次提问时自动关联。`,
    noMail: "花名册上没有其邮箱，账号不会自动关联。",
    ownCode: (code) => `您的关联码：${code}`,
    typeYourself: (code, until) => `请于${inChinese(until)}以前，在另一平台输入“/roster link ${code}”。请勿告诉他人。`,
    once: "每个关联码只能关联一个账号、使用一次。以前的关联码已失效。",
  },
  unlink: {
    notLinked: "此账号没有关联到任何人。未作任何更改。",
    noLongerLinked: "此账号已不再关联到您。未作任何更改。",
    lastAdministrator: (name) =>
      `解除后将没有管理员能够使用 Mishu（${name}是唯一已关联账号的管理员）。未作任何更改；请先用“/roster admin”设置其他管理员。`,
    which: "要解除您哪个账号的关联？",
    button: (platform) => `解除关联：${platform}`,
    noAccounts: (name) => `${name}没有已关联的账号。未作任何更改。`,
    notThere: (name, platform, where) => `${name}在“${platform}”上没有账号，只有：${where}。未作任何更改。`,
    done: (name, accounts, platforms) => `已解除${name}的${accounts}个账号关联：${platforms}。`,
    ownNext: "如需重新关联，请用“/roster link”输入关联码。",
    told: "已发消息告知该账号。",
    notice: (name) => `此账号不再关联到${name}。`,
  },
  entrust: {
    needs: (post) =>
      `登记委托，需填写受托人、最后一天和事由${post === undefined ? "" : `；不填“职务”，即登记为规则所指职务（本规则为${post}）的委托`}。`,
    fill: "填写",
    whosePost: "委托的是哪个职务？规则没有指明，请填职务、职务名称或姓名。未作任何更改。",
    vacant: (post, day) => `按花名册，${inChinese(day)}无人担任“${post}”。未作任何更改。`,
    severalHold: (post, who) => `担任“${post}”的有多人：${who}。未作任何更改。请改填姓名。`,
    noPost: (name, day) => `按花名册，${name}在${inChinese(day)}没有职务。未作任何更改。`,
    untilBeforeFrom: (from, until) => `最后一天（${inChinese(until)}）早于第一天（${inChinese(from)}）。未作任何更改。`,
    over: (until) => `${inChinese(until)}已经过去。未作任何更改。`,
    themselves: (name) => `${name}不能委托自己。未作任何更改，请另选他人。`,
    overlaps: (post, by, to, span) =>
      `${span}，${by}（${post}）已委托${to}。未作任何更改。请先结束该委托，或另选日期。`,
    recorded: (post, by, to, span, occasion) =>
      `已登记：${span}，${by}（${post}）${occasion}期间，委托${to}代理主持日常工作。`,
    ended: (post, by, to, span, occasion) =>
      `已结束：${to}不再受${by}（${post}）委托代理主持日常工作。原登记为${span}，${occasion}。`,
    notByRules: "此项委托由本单位自行安排，规则没有规定。关于委托，规则原文是：",
    rulesSilent: "此项委托由本单位自行安排，规则没有规定。",
    bothTold: "已告知双方。",
    otherTold: "已告知对方。",
    tellYourself: (names) => `${names}尚未关联账号，请您转告。`,
    endNow: "结束委托",
    nothingToEnd: "没有符合条件的有效或待生效的委托。未作任何更改。输入“/roster show”可查看全部委托。",
    whichToEnd: "要结束哪一项？",
    endButton: (by, to) => `${by}委托${to}`,
  },
  admin: {
    whom: "要设置或取消哪位管理员？",
    now: "当前管理员",
    noneYet: "还没有管理员。",
    account: (name, platform) => `${name}（${platform}，未关联人员）`,
    dismiss: (name) => `取消${name}的管理员权限`,
    choose: "选择人员",
    isAlready: (name) => `${name}已是管理员。未作任何更改。`,
    isNone: (name) => `${name}不是管理员。未作任何更改。`,
    last: (name) => `${name}是最后一位管理员。未作任何更改，请先设置其他管理员。`,
    appointed: (name) => `${name}现在是 Mishu 管理员。`,
    dismissed: (name) => `${name}不再是 Mishu 管理员。`,
    told: "已发消息告知本人。",
    noAccount: {
      appointed: "本人尚未关联账号，请用“/roster link 人员:”加姓名为其生成关联码。",
      dismissed: "本人尚未关联账号，请您转告。",
    },
    notice: { appointed: "您现在是 Mishu 管理员。", dismissed: "您不再是 Mishu 管理员。" },
    noticeNext: {
      appointed: "您可以导入花名册、关联账号、更改单位设置，也可以设置或取消其他管理员；输入“/help”可查看用法。",
      dismissed: "您仍可提问；您的职务所允许的操作不变。",
    },
  },
};
