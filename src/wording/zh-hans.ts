import { spanInChinese } from "./chinese-days.ts";
import { deadlineListsZhHans } from "./deadline-lists/zh-hans.ts";
import { deadlinesZhHans } from "./deadlines/zh-hans.ts";
import { leaveZhHans } from "./leave/zh-hans.ts";
import { leaveDecisionsZhHans } from "./leave-decisions/zh-hans.ts";
import { leaveListsZhHans } from "./leave-lists/zh-hans.ts";
import { leaveRequestZhHans } from "./leave-request/zh-hans.ts";
import { leaveReturnZhHans } from "./leave-return/zh-hans.ts";
import { meetingsZhHans } from "./meetings/zh-hans.ts";
import { picturesZhHans } from "./pictures/zh-hans.ts";
import { remindersZhHans } from "./reminders/zh-hans.ts";
import { rosterZhHans } from "./roster/zh-hans.ts";
import type { Wording } from "./wording.ts";

const units = {
  "working-day": "个工作日",
  day: "天",
  hour: "小时",
  minute: "分钟",
  month: "个月",
  year: "年",
  person: "人",
  time: "次",
  option: "个方案",
  kind: "种",
  article: "条",
} as const;

/** Why a question is not covered, for `--why`. */
const notCovered: Readonly<Record<string, string>> = {
  "off-topic": "规则中没有有关内容",
  empty: "没有提出问题",
  greeting: "问候",
  holder: "询问由谁担任职务",
  "orders-work": "是要办理的工作，不是问题",
  "no-such-article": "没有这一条",
  elsewhere: "属于别的政府或别的规则",
};

export const zhHans: Wording = {
  language: "zh-Hans",
  edition: (title, edition, source) =>
    `《${title}》${edition}年版${source ? `。引文为简体阅读版，以${source === "en" ? "英文" : "繁体"}原文为准` : ""}`,
  labelled: (label, text) => `${label}：${text}`,
  yes: "是",
  no: "否",
  ask: {
    dependsOnYou: "答案因提问人的职务而异。",
    dependsOnCase: "答案视具体情形而定。",
    branch: (label, answer) => `${label}：${answer}`,
    notSo: (claimed, right) => `不是${claimed}，是${right}。`,
    touches: "规则涉及此事，但没有作出回答。",
    kinds: {
      who: "由谁负责",
      whom: "向谁提出",
      what: "具体内容",
      which: "是哪一个",
      when: "什么时候",
      "time-limit": "期限是几天、何时截止",
      "how-often": "多久一次",
      duration: "可以持续多久",
      "how-many": "数量是多少",
      may: "是否允许",
      must: "是否必须",
      how: "具体怎么办理",
      where: "在哪里",
      condition: "在什么情况下",
      consequence: "违反的后果",
      why: "原因",
      scope: "对谁适用",
    },
    doNotSay: (kind) => `规则没有规定${kind}。`,
    whatTheySay: "规则的规定是：",
    unsure: "您问的可能是以下内容：",
    seeAlso: "另见：",
    notCovered: "规则没有规定。",
    holder: "规则没有规定各职务由谁担任。",
    holderNext: "姓名以本单位花名册为准，仅供已关联账号的人员查询；关联办法请输入“/whoami”查看。",
    notCoveredNext: "可以换个说法，或查看条文（“/rule 1”），或输入“/help”。",
    elsewhere: (named, title) => `您问的是${named ? `《${named}》` : "别的政府或机关"}，我只掌握《${title}》。`,
    moreArticles: (count) => `还有${count}条：请在下面选择，或输入“/rule”加条号。`,
    list: (names, any) =>
      any && names.length > 1 ? `${names.slice(0, -1).join("、")}或${names.at(-1)}` : names.join("、"),
    inThisOffice: "按本单位花名册：",
    people: (holders) => holders.map(({ name, title }) => (title ? `${name}（${title}）` : name)).join("、"),
    acts: (post, holder, acting, from, until) =>
      `${spanInChinese(from, until)}，${acting}受${post}${holder}委托，代理主持日常工作`,
    asYourPost: (post) => `按您的职务回答：${post}。如需按您的其他职务回答，请选择：`,
    takenAs: (name) => `按“${name}”理解。如属其他情形，请选择：`,
    notAQuestion: "我只回答有关规则的问题，不代写、不修改、不执行。",
    empty: "请用自己的话就规则提问。",
    tooLong: (limit) => `内容太长，我只读了前${limit}个字符。`,
    noArticle: (name, last) => `没有${name}，最后一条是${last}。`,
    unit: (value, unit) => `${value}${units[unit]}`,
    times: (times, per) =>
      `每${{ week: "周", month: "月", quarter: "季度", "half-year": "半年", year: "年" }[per]}${times}次`,
  },
  rule: {
    refersToIt: "请结合阅读",
    found: (count, query) => `含“${query}”的有${count}处`,
    nothingFound: (query) => `没有找到“${query}”。请减少字词、输入条号，或用 /ask 提问。`,
    noPlace: (place, last) => `没有${place}。全文共${last}条，例如“/rule 48”“/rule 42(3)”。`,
    heading: (title, edition) => `${title}（${edition}年版）`,
    previous: "上一条",
    next: "下一条",
    inForce: "施行与适用",
    more: (count) => `……还有${count}处，请多输入几个字缩小范围。`,
  },
  help: {
    title: "Mishu 能做什么",
    intro: "请用自己的话提问，简体、繁体、英文都可以。每个回答都列出条文和原文；规则没有规定的，会如实告知。",
    commands: "命令",
    keptNames:
      "命令也可以用中文输入，例如“/deadline 我的”，在终端也可以输入“/督办 我的”。在 Slack 中请输入“/mishu help”代替“/help”。",
    tryThese: "试试看",
    options: "选项",
    unknown: (name) => `没有“${name}”这个命令。`,
  },
  why: {
    title: "问题是怎样理解和判断的",
    read: "理解为",
    language: "语言",
    asker: "提问人",
    concepts: "提到",
    kinds: "问的是",
    competed: "候选",
    decision: "判断",
    none: "无",
    notSaid: "规则没有规定",
    offTopic: "规则以外的事项",
    step: (step) => {
      const percent = (share: number) => `${Math.round(share * 100)}%`;
      switch (step.kind) {
        case "silence":
          return `规则没有规定的可能性：${percent(step.share)}`;
        case "best":
          return `规则中最可能的：${step.name}，${percent(step.share)}`;
        case "case": {
          const known = Object.values(step.known).map((values) => values.join("或"));
          return `情形：${known.join("；") || "未指明"}`;
        }
        case "unsure":
          return "把握不够，列出最可能的几条";
        case "open":
          return `反问：${step.dimension}`;
        case "no-row":
          return "表中没有符合这一情形的行";
        case "silent":
          return `规则没有规定：${step.name}`;
        case "told":
          return `回答依据：${step.names.join("；")}`;
        case "not-covered":
          return `不在规则范围内：${notCovered[step.reason] ?? "原因不明"}`;
      }
    },
  },
  errors: {
    option: (name, typed, wanted) =>
      `${name}：${typed === "" ? "未填写" : `“${typed}”无法使用`}。${wanted}未作任何更改。`,
    oneOf: (values) =>
      `请从以下各项中选填：${values.map(({ value, label }) => (value === label ? value : `${value}（${label}）`)).join("、")}。`,
    help: (help) => `此项应填：${help}。`,
    leftOver: (words, command, options) => `在 ${command} 中无法识别“${words}”。未作任何更改。可用选项：${options}`,
    unknownPost: (post, known) => `没有“${post}”这个职务。可用：${known}。`,
    unexpected: (reference) => `系统出错，没有改动任何内容。请重试，或把编号 ${reference} 告诉管理员。`,
  },
  languageName: "简体中文",
  platforms: { slack: "Slack", discord: "Discord", terminal: "终端" },
  whoami: {
    are: (name) => `您是${name}。`,
    unknown: "我还不知道您是单位里的哪一位。",
    toLink: "请向管理员索取关联码，然后输入“/roster link”和关联码。在此之前我可以回答问题，但不涉及具体人员。",
    toLinkYourself: (rosterIsThere) =>
      `${rosterIsThere ? "请用" : "请先导入花名册，再用"}“/roster link 人员:”加您的姓名取得关联码。`,
    post: "职务",
    title: "职务名称",
    department: "部门",
    noPost: "花名册上今天没有您的职务。",
    acts: (post, holder, from, until) => `${spanInChinese(from, until)}，您受${post}${holder}委托，代理主持日常工作。`,
    portfolio: "分工",
    accounts: "您的账号",
    account: (name, platform) => `当前账号：${name}（${platform}）`,
    administrator: "您是 Mishu 管理员。",
    administratorAsOwner: "单位尚无管理员，您作为所有者可以进行所有操作。",
    administratorAtMachine: "您在 Mishu 所在的机器上操作，可以进行所有操作。",
    may: (actions) => `按您的职务，您可以：${actions.join("、")}。`,
    noAdministratorYet: "单位还没有管理员：工作区或服务器的所有者导入花名册后即为首位管理员。",
    settings: "我的设置",
    link: "关联账号",
  },
  settings: {
    title: "设置",
    changed: "已更改。当前设置：",
    setting: "设置项",
    value: "当前值",
    ownLanguage: "您的语言",
    asPlatform: (language) => `${language}（随平台）`,
    officeLanguage: "单位语言",
    timeZone: "时区",
    officeHours: "办公时间",
    meetingReminders: "会议提醒",
    cadence: "定期会议提示",
    receiptDay: "计算期限时收文当天",
    receipt: { counted: "计入", "not-counted": "不计" },
    onOff: { on: "开启", off: "关闭" },
    channelFor: (use) => `${use}频道`,
    uses: { notices: "通知", meetings: "会议", deadlines: "督办期限", leave: "请假" },
    none: "未设置",
    usual: "（默认）",
    who: "您的语言由您自己选择；单位设置由管理员和有权限的职务更改。",
    change: "更改",
    noZone: (typed) => `“${typed}”不是时区。未作任何更改。例如：时区:Asia/Shanghai`,
    noHours: (typed) =>
      `“${typed}”不是一天之内按先后排列的时间段。未作任何更改。例如：办公时间:"09:00-12:00, 13:30-17:30"`,
    noChannel: (typed) => `“${typed}”不是频道。未作任何更改。请在“频道:”后输入 #，从列表中选择。`,
    channelChosen: (use) => `今后我将在此发布：${use}。`,
  },
  leave: leaveZhHans,
  leaveRequest: leaveRequestZhHans,
  leaveReturn: leaveReturnZhHans,
  meetings: meetingsZhHans,
  deadlines: deadlinesZhHans,
  deadlineLists: deadlineListsZhHans,
  decisions: leaveDecisionsZhHans,
  lists: leaveListsZhHans,
  pictures: picturesZhHans,
  roster: rosterZhHans,
  reminders: remindersZhHans,
  form: {
    submit: "提交",
    cancel: "取消",
    correct: "改正",
    wrong: "此项填写的内容无法使用。",
  },
  document: {
    attached: (name) => `已上传：${name}。需要更换时再上传其他文件。`,
    large: (megabytes) => `文件大于 ${megabytes} MB，未作任何更改。请上传较小的文件，例如不含图片的 纪要.docx。`,
    empty: (name) => `文件“${name}”是空的，未作任何更改。请上传已完成的文稿，例如 纪要.docx。`,
    kind: (name, kinds) =>
      `不能使用“${name}”这类文件，未作任何更改。请上传以下格式的文件：${kinds.join("、")}，例如 纪要.docx。`,
    content: (name) =>
      `“${name}”的内容与文件名所示的格式不符：可能是其他格式、已损坏、设有密码或含有宏。未作任何更改。请按文件名所示的格式重新保存后再上传，例如用 Word 另存为 纪要.docx。`,
    notAFile: (typed) => `“${typed}”不是文件，未作任何更改。请在表单中上传文件，例如 纪要.docx；在终端请输入文件路径。`,
    lost: (name) => `文件“${name}”已不再保存，未作任何更改。请重新上传。`,
    gone: (name) => `文件“${name}”已不再保存。`,
    size: (kilobytes) => `${kilobytes} KB`,
  },
  refused: {
    needsOffice: "此操作需要单位的数据。请用“npm start”启动 Mishu 后再试。",
    mayNot: (action, changing) => `您无权${action}。${changing ? "未作任何更改。" : ""}`,
    actions: {
      "roster.see": "查看花名册",
      "roster.import": "导入花名册",
      "roster.link": "为他人关联账号或解除关联",
      "roster.entrust": "登记委托",
      "administrators.change": "设置或取消管理员",
      "settings.change": "更改单位设置",
      "leave.ask": "申请请假",
      "leave.see": "查看全部人员的请假情况",
      "leave.route": "设置本单位自定的请假审批人",
      "reminders.see": "查看全部人员的提醒",
      "deadline.add": "登记督办事项",
      "deadline.see": "查看各部门的督办事项",
      "deadline.supervise": "督办",
      "meeting.plan": "安排会议",
    },
    administrators: "Mishu 管理员",
    onlyThey: (who) => `此操作仅限 ${who}。`,
    anybodyLinked: "此操作仅限花名册上的人员，我还不知道您是哪一位。",
    linkFirst: "请向管理员索取关联码，然后输入“/roster link”和关联码。",
    askThem: "如需办理，请联系上述人员；输入“/whoami”可查看我所知道的您的身份。",
  },
  desk: {
    late: "未能在您提问的地方答复，答复如下。",
    staleButton: "此按钮已失效。未作任何更改，请重新提问或操作。",
    comesLate: (when) => `本消息原应于 ${when}（单位所在时区）送达，现已延迟。请核实内容是否仍然适用。`,
    notArrived: (recipient) => `发给${recipient}的消息无法送达：`,
    hindrances: {
      "channel-gone": "该频道已删除或归档。请用“/settings”另选频道。",
      "not-in-channel": "没有该频道，或 Mishu 不在该频道中。请在该频道输入“/invite @mishu”。",
      "may-not-write": "Mishu 无权在该频道发言。可由频道所有者授权。",
      "may-not-see":
        "Mishu 无权查看该频道或在其中发言。请服务器管理人员授予以下权限：查看频道、发送消息、嵌入链接、附加文件。",
      "nobody-there": "没有该人员，或 Mishu 无权查看该人员。请另行转告。",
      "account-closed": "该人员的账号已停用。请另行转告。",
      "left-server": "该人员已不在服务器中。请另行转告。",
      "takes-none": "该账号不接收 Mishu 的私信。请另行转告。",
      "messages-off": "该应用不接收私信。请管理该应用的人员开启消息标签页（应用页面的 App Home）。",
      "other-office": "其所在的工作区或服务器，Mishu 已不再为之服务。",
      refused: "平台拒收该消息。详情见日志。",
    },
    putAside: (asked, reference) =>
      `您的请求“${asked}”经一天多次尝试仍未能办理。未作任何更改，请重新提出；如仍不成功，请将编号 ${reference} 告知管理员。`,
    onePage: "内容较长，为在一条消息内显示已作删节。如需全文，请用相应命令查看。",
    erasedWords: "此处原要告知的内容提到一位人员，其个人数据已被清除，该内容已一并清除。",
    erasedWordsNext: "已经办理的事项不受影响。如仍需了解其余内容，请重新提问，或向发出通知的人员询问。",
    erasedAsked: "您的请求提到一位人员，其个人数据刚刚被清除。该请求未予办理，未作任何更改。",
    erasedAskedNext: "如还涉及其他事项，请不提及该人员，重新提出。",
  },
  discord: {
    choose: "请选择",
    otherServer: "此 Mishu 为另一单位服务。请到该单位的服务器提问。",
    notMember: "我只答复本单位服务器的成员。请先加入服务器，再给我发消息。",
    posted: "已发布到本频道。",
    notPosted:
      "我无权在本频道发言，因此仅您可见。请服务器管理人员授予我以下权限：查看频道、发送消息、嵌入链接、附加文件。",
    privately: "已用私信答复您。",
    closed: "我无法给您发私信。请在此输入 /ask 提问，答复仅您可见。",
    whole: "以上为开头部分，全文见所附文件。",
    noFile: "无法从 Discord 取得文件，未作任何更改。请重新上传。",
    largeFile: (megabytes) => `文件大于 ${megabytes} MB，未作任何更改。请上传较小的文本文件，例如 CSV。`,
    faults: "未作任何更改。以下内容还不能使用：",
  },
  slack: {
    choose: "请选择",
    sent: (names) => `已用私信发给您：${names}`,
    notSent: (names) => `${names}未能发给您。请稍后再试；如仍不行，请告知管理员。`,
    whole: "以上为开头部分，全文见文件。",
    noForm: "Slack 未能及时打开表单，未作任何更改。请按下面的按钮。",
    openForm: "打开表单",
    noFile: "无法从 Slack 取得文件，未作任何更改。请重新上传。",
    largeFile: (megabytes) => `文件大于 ${megabytes} MB，未作任何更改。请上传较小的文本文件，例如 CSV。`,
  },
  console: {
    welcome: (title) => `Mishu——《${title}》问答`,
    hint: "直接输入问题，或 /help，:quit 退出。:as 局长 设定职务，:lang zh-Hans 设定语言。",
    choose: "输入数字选择：",
    asPost: (post) => `您的职务：${post}。`,
    asNobody: "现在不再设定职务。",
    languageSet: "现在用简体中文回答。",
    languageAuto: "现在按提问的语言回答。",
    unknownLanguage: (given) => `不认识语言“${given}”。可用 en、zh-Hans、zh-Hant 或 auto。`,
    unknownSetting: (given) => `没有“${given}”。可用 :as 职务、:lang 语言、:quit。`,
    noChoice: (number) => `现在没有第${number}项可选。`,
    noFile: (path) => `无法读取文件“${path}”。未作任何更改。请输入文件路径，例如 roster.csv。`,
    noDocument: (path) => `无法读取文件“${path}”。未作任何更改。请输入文件路径，例如 纪要.docx。`,
    saved: (path) => `已保存为 ${path}。`,
    savedBefore: (path) => `当前文件夹中已有此文件：${path}。`,
    notSaved: (name) => `${name} 无法保存在当前文件夹，请在有写入权限的文件夹中启动 Mishu。`,
    filling: "每项一行；输入 :cancel 放弃填写。",
    enterKeeps: (value) => `［回车保留：${value}］`,
    enterSkips: "［回车跳过］",
    notAChoice: (typed) => `“${typed}”不在以下选项中：`,
    needed: "此项必填：",
    cancelled: "已放弃。未作任何更改。",
    toLeave: "输入 :cancel 放弃填写。",
    settingHolds: "“:lang”设定的语言不再有效，以设置为准。",
  },
};
