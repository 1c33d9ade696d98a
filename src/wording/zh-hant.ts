import { spanInChinese } from "./chinese-days.ts";
import { deadlineListsZhHant } from "./deadline-lists/zh-hant.ts";
import { deadlinesZhHant } from "./deadlines/zh-hant.ts";
import { leaveZhHant } from "./leave/zh-hant.ts";
import { leaveDecisionsZhHant } from "./leave-decisions/zh-hant.ts";
import { leaveListsZhHant } from "./leave-lists/zh-hant.ts";
import { leaveRequestZhHant } from "./leave-request/zh-hant.ts";
import { leaveReturnZhHant } from "./leave-return/zh-hant.ts";
import { meetingsZhHant } from "./meetings/zh-hant.ts";
import { picturesZhHant } from "./pictures/zh-hant.ts";
import { remindersZhHant } from "./reminders/zh-hant.ts";
import { rosterZhHant } from "./roster/zh-hant.ts";
import type { Wording } from "./wording.ts";

const units = {
  "working-day": "個工作日",
  day: "天",
  hour: "小時",
  minute: "分鐘",
  month: "個月",
  year: "年",
  person: "人",
  time: "次",
  option: "個方案",
  kind: "種",
  article: "條",
} as const;

/** Why a question is not covered, for `--why`. */
const notCovered: Readonly<Record<string, string>> = {
  "off-topic": "規則中沒有有關內容",
  empty: "沒有提出問題",
  greeting: "問候",
  holder: "詢問由誰擔任職務",
  "orders-work": "是要辦理的工作，不是問題",
  "no-such-article": "沒有這一條",
  elsewhere: "屬於別的政府或別的規則",
};

export const zhHant: Wording = {
  language: "zh-Hant",
  edition: (title, edition, source) =>
    `《${title}》${edition}年版${source ? `。引文為繁體閱讀版，以${source === "en" ? "英文" : "簡體"}原文為準` : ""}`,
  labelled: (label, text) => `${label}：${text}`,
  yes: "是",
  no: "否",
  ask: {
    dependsOnYou: "答案因提問人的職務而異。",
    dependsOnCase: "答案視具體情形而定。",
    branch: (label, answer) => `${label}：${answer}`,
    notSo: (claimed, right) => `不是${claimed}，是${right}。`,
    touches: "規則涉及此事，但沒有作出回答。",
    kinds: {
      who: "由誰負責",
      whom: "向誰提出",
      what: "具體內容",
      which: "是哪一個",
      when: "什麼時候",
      "time-limit": "期限是幾天、何時截止",
      "how-often": "多久一次",
      duration: "可以持續多久",
      "how-many": "數量是多少",
      may: "是否允許",
      must: "是否必須",
      how: "具體怎麼辦理",
      where: "在哪裡",
      condition: "在什麼情況下",
      consequence: "違反的後果",
      why: "原因",
      scope: "對誰適用",
    },
    doNotSay: (kind) => `規則沒有規定${kind}。`,
    whatTheySay: "規則的規定是：",
    unsure: "您問的可能是以下內容：",
    seeAlso: "另見：",
    notCovered: "規則沒有規定。",
    holder: "規則沒有規定各職務由誰擔任。",
    holderNext: "姓名以本單位名冊為準，僅供已連結帳號的人員查詢；連結方式請輸入「/whoami」查看。",
    notCoveredNext: "可以換個說法，或查看條文（「/rule 1」），或輸入「/help」。",
    elsewhere: (named, title) => `您問的是${named ? `《${named}》` : "別的政府或機關"}，我只掌握《${title}》。`,
    moreArticles: (count) => `還有${count}條：請在下面選擇，或輸入「/rule」加條號。`,
    list: (names, any) =>
      any && names.length > 1 ? `${names.slice(0, -1).join("、")}或${names.at(-1)}` : names.join("、"),
    inThisOffice: "按本單位名冊：",
    people: (holders) => holders.map(({ name, title }) => (title ? `${name}（${title}）` : name)).join("、"),
    acts: (post, holder, acting, from, until) =>
      `${spanInChinese(from, until)}，${acting}受${post}${holder}委託，代理主持日常工作`,
    asYourPost: (post) => `按您的職務回答：${post}。如需按您的其他職務回答，請選擇：`,
    takenAs: (name) => `按「${name}」理解。如屬其他情形，請選擇：`,
    notAQuestion: "我只回答有關規則的問題，不代寫、不修改、不執行。",
    empty: "請用自己的話就規則提問。",
    tooLong: (limit) => `內容太長，我只讀了前${limit}個字元。`,
    noArticle: (name, last) => `沒有${name}，最後一條是${last}。`,
    unit: (value, unit) => `${value}${units[unit]}`,
    times: (times, per) =>
      `每${{ week: "週", month: "月", quarter: "季度", "half-year": "半年", year: "年" }[per]}${times}次`,
  },
  rule: {
    refersToIt: "請結合閱讀",
    found: (count, query) => `含「${query}」的有${count}處`,
    nothingFound: (query) => `沒有找到「${query}」。請減少字詞、輸入條號，或用 /ask 提問。`,
    noPlace: (place, last) => `沒有${place}。全文共${last}條，例如「/rule 48」、「/rule 42(3)」。`,
    heading: (title, edition) => `${title}（${edition}年版）`,
    previous: "上一條",
    next: "下一條",
    inForce: "施行與適用",
    more: (count) => `……還有${count}處，請多輸入幾個字縮小範圍。`,
  },
  help: {
    title: "Mishu 能做什麼",
    intro: "請用自己的話提問，簡體、繁體、英文都可以。每個回答都列出條文和原文；規則沒有規定的，會如實告知。",
    commands: "指令",
    keptNames:
      "指令也可以用中文輸入，例如「/deadline 我的」，在終端機也可以輸入「/督辦 我的」。在 Slack 中請輸入「/mishu help」代替「/help」。",
    tryThese: "試試看",
    options: "選項",
    unknown: (name) => `沒有「${name}」這個指令。`,
  },
  why: {
    title: "問題是怎樣理解和判斷的",
    read: "理解為",
    language: "語言",
    asker: "提問人",
    concepts: "提到",
    kinds: "問的是",
    competed: "候選",
    decision: "判斷",
    none: "無",
    notSaid: "規則沒有規定",
    offTopic: "規則以外的事項",
    step: (step) => {
      const percent = (share: number) => `${Math.round(share * 100)}%`;
      switch (step.kind) {
        case "silence":
          return `規則沒有規定的可能性：${percent(step.share)}`;
        case "best":
          return `規則中最可能的：${step.name}，${percent(step.share)}`;
        case "case": {
          const known = Object.values(step.known).map((values) => values.join("或"));
          return `情形：${known.join("；") || "未指明"}`;
        }
        case "unsure":
          return "把握不夠，列出最可能的幾條";
        case "open":
          return `反問：${step.dimension}`;
        case "no-row":
          return "表中沒有符合這一情形的列";
        case "silent":
          return `規則沒有規定：${step.name}`;
        case "told":
          return `回答依據：${step.names.join("；")}`;
        case "not-covered":
          return `不在規則範圍內：${notCovered[step.reason] ?? "原因不明"}`;
      }
    },
  },
  errors: {
    option: (name, typed, wanted) =>
      `${name}：${typed === "" ? "未填寫" : `「${typed}」無法使用`}。${wanted}未作任何更改。`,
    oneOf: (values) =>
      `請從以下各項中選填：${values.map(({ value, label }) => (value === label ? value : `${value}（${label}）`)).join("、")}。`,
    help: (help) => `此項應填：${help}。`,
    leftOver: (words, command, options) => `在 ${command} 中無法識別「${words}」。未作任何更改。可用選項：${options}`,
    unknownPost: (post, known) => `沒有「${post}」這個職務。可用：${known}。`,
    unexpected: (reference) => `系統出錯，沒有改動任何內容。請重試，或把編號 ${reference} 告訴管理員。`,
  },
  languageName: "繁體中文",
  platforms: { slack: "Slack", discord: "Discord", terminal: "終端機" },
  whoami: {
    are: (name) => `您是${name}。`,
    unknown: "我還不知道您是單位裡的哪一位。",
    toLink: "請向管理員索取連結碼，然後輸入「/roster link」和連結碼。在此之前我可以回答問題，但不涉及具體人員。",
    toLinkYourself: (rosterIsThere) =>
      `${rosterIsThere ? "請用" : "請先匯入名冊，再用"}「/roster link 人員:」加您的姓名取得連結碼。`,
    post: "職務",
    title: "職務名稱",
    department: "部門",
    noPost: "名冊上今天沒有您的職務。",
    acts: (post, holder, from, until) => `${spanInChinese(from, until)}，您受${post}${holder}委託，代理主持日常工作。`,
    portfolio: "分工",
    accounts: "您的帳號",
    account: (name, platform) => `目前帳號：${name}（${platform}）`,
    administrator: "您是 Mishu 管理員。",
    administratorAsOwner: "單位尚無管理員，您作為擁有者可以進行所有操作。",
    administratorAtMachine: "您在 Mishu 所在的機器上操作，可以進行所有操作。",
    may: (actions) => `按您的職務，您可以：${actions.join("、")}。`,
    noAdministratorYet: "單位還沒有管理員：工作區或伺服器的擁有者匯入名冊後即為首位管理員。",
    settings: "我的設定",
    link: "連結帳號",
  },
  settings: {
    title: "設定",
    changed: "已變更。目前設定：",
    setting: "設定項",
    value: "目前值",
    ownLanguage: "您的語言",
    asPlatform: (language) => `${language}（隨平台）`,
    officeLanguage: "單位語言",
    timeZone: "時區",
    officeHours: "辦公時間",
    meetingReminders: "會議提醒",
    cadence: "定期會議提示",
    receiptDay: "計算期限時收文當天",
    receipt: { counted: "計入", "not-counted": "不計" },
    onOff: { on: "開啟", off: "關閉" },
    channelFor: (use) => `${use}頻道`,
    uses: { notices: "通知", meetings: "會議", deadlines: "督辦期限", leave: "請假" },
    none: "未設定",
    usual: "（預設）",
    who: "您的語言由您自己選擇；單位設定由管理員和有權限的職務變更。",
    change: "變更",
    noZone: (typed) => `「${typed}」不是時區。未作任何更改。例如：時區:Asia/Shanghai`,
    noHours: (typed) =>
      `「${typed}」不是一天之內按先後排列的時段。未作任何更改。例如：辦公時間:"09:00-12:00, 13:30-17:30"`,
    noChannel: (typed) => `「${typed}」不是頻道。未作任何更改。請在「頻道:」後輸入 #，從清單中選擇。`,
    channelChosen: (use) => `今後我將在此發布：${use}。`,
  },
  leave: leaveZhHant,
  leaveRequest: leaveRequestZhHant,
  leaveReturn: leaveReturnZhHant,
  meetings: meetingsZhHant,
  deadlines: deadlinesZhHant,
  deadlineLists: deadlineListsZhHant,
  decisions: leaveDecisionsZhHant,
  lists: leaveListsZhHant,
  pictures: picturesZhHant,
  roster: rosterZhHant,
  reminders: remindersZhHant,
  form: {
    submit: "送出",
    cancel: "取消",
    correct: "改正",
    wrong: "此項填寫的內容無法使用。",
  },
  document: {
    attached: (name) => `已上傳：${name}。需要更換時再上傳其他檔案。`,
    large: (megabytes) => `檔案大於 ${megabytes} MB，未作任何更改。請上傳較小的檔案，例如不含圖片的 紀要.docx。`,
    empty: (name) => `檔案「${name}」是空的，未作任何更改。請上傳已完成的文稿，例如 紀要.docx。`,
    kind: (name, kinds) =>
      `不能使用「${name}」這類檔案，未作任何更改。請上傳以下格式的檔案：${kinds.join("、")}，例如 紀要.docx。`,
    content: (name) =>
      `「${name}」的內容與檔名所示的格式不符：可能是其他格式、已損壞、設有密碼或含有巨集。未作任何更改。請按檔名所示的格式重新儲存後再上傳，例如用 Word 另存為 紀要.docx。`,
    notAFile: (typed) =>
      `「${typed}」不是檔案，未作任何更改。請在表單中上傳檔案，例如 紀要.docx；在終端機請輸入檔案路徑。`,
    lost: (name) => `檔案「${name}」已不再保存，未作任何更改。請重新上傳。`,
    gone: (name) => `檔案「${name}」已不再保存。`,
    size: (kilobytes) => `${kilobytes} KB`,
  },
  refused: {
    needsOffice: "此操作需要單位的資料。請用「npm start」啟動 Mishu 後再試。",
    mayNot: (action, changing) => `您無權${action}。${changing ? "未作任何更改。" : ""}`,
    actions: {
      "roster.see": "查看名冊",
      "roster.import": "匯入名冊",
      "roster.link": "為他人連結帳號或解除連結",
      "roster.entrust": "登記委託",
      "administrators.change": "設定或取消管理員",
      "settings.change": "變更單位設定",
      "leave.ask": "申請請假",
      "leave.see": "查看全部人員的請假情況",
      "leave.route": "設定本單位自訂的請假審批人",
      "reminders.see": "查看全部人員的提醒",
      "deadline.add": "登記督辦事項",
      "deadline.see": "查看各部門的督辦事項",
      "deadline.supervise": "督辦",
      "meeting.plan": "安排會議",
    },
    administrators: "Mishu 管理員",
    onlyThey: (who) => `此操作僅限 ${who}。`,
    anybodyLinked: "此操作僅限名冊上的人員，我還不知道您是哪一位。",
    linkFirst: "請向管理員索取連結碼，然後輸入「/roster link」和連結碼。",
    askThem: "如需辦理，請聯絡上述人員；輸入「/whoami」可查看我所知道的您的身分。",
  },
  desk: {
    late: "未能在您提問的地方答覆，答覆如下。",
    staleButton: "此按鈕已失效。未作任何更改，請重新提問或操作。",
    comesLate: (when) => `本訊息原應於 ${when}（單位所在時區）送達，現已延遲。請確認內容是否仍然適用。`,
    notArrived: (recipient) => `發給${recipient}的訊息無法送達：`,
    hindrances: {
      "channel-gone": "該頻道已刪除或封存。請用「/settings」另選頻道。",
      "not-in-channel": "沒有該頻道，或 Mishu 不在該頻道中。請在該頻道輸入「/invite @mishu」。",
      "may-not-write": "Mishu 無權在該頻道發言。可由頻道擁有者授權。",
      "may-not-see":
        "Mishu 無權檢視該頻道或在其中發言。請伺服器管理人員授予以下權限：檢視頻道、傳送訊息、嵌入連結、附加檔案。",
      "nobody-there": "沒有該人員，或 Mishu 無權檢視該人員。請另行轉告。",
      "account-closed": "該人員的帳號已停用。請另行轉告。",
      "left-server": "該人員已不在伺服器中。請另行轉告。",
      "takes-none": "該帳號不接收 Mishu 的私訊。請另行轉告。",
      "messages-off": "該應用程式不接收私訊。請管理該應用程式的人員開啟訊息分頁（應用程式頁面的 App Home）。",
      "other-office": "其所在的工作區或伺服器，Mishu 已不再為之服務。",
      refused: "平台拒收該訊息。詳情見日誌。",
    },
    putAside: (asked, reference) =>
      `您的請求「${asked}」經一天多次嘗試仍未能辦理。未作任何更改，請重新提出；如仍不成功，請將編號 ${reference} 告知管理員。`,
    onePage: "內容較長，為在一則訊息內顯示已作刪節。如需全文，請用相應指令檢視。",
    erasedWords: "此處原要告知的內容提到一位人員，其個人資料已被清除，該內容已一併清除。",
    erasedWordsNext: "已經辦理的事項不受影響。如仍需了解其餘內容，請重新提問，或向發出通知的人員詢問。",
    erasedAsked: "您的請求提到一位人員，其個人資料剛剛被清除。該請求未予辦理，未作任何更改。",
    erasedAskedNext: "如還涉及其他事項，請不提及該人員，重新提出。",
  },
  discord: {
    choose: "請選擇",
    otherServer: "此 Mishu 為另一單位服務。請到該單位的伺服器提問。",
    notMember: "我只答覆本單位伺服器的成員。請先加入伺服器，再傳訊息給我。",
    posted: "已發布到本頻道。",
    notPosted:
      "我無權在本頻道發言，因此僅您可見。請伺服器管理人員授予我以下權限：檢視頻道、傳送訊息、嵌入連結、附加檔案。",
    privately: "已用私訊答覆您。",
    closed: "我無法傳私訊給您。請在此輸入 /ask 提問，答覆僅您可見。",
    whole: "以上為開頭部分，全文見所附檔案。",
    noFile: "無法從 Discord 取得檔案，未作任何更改。請重新上傳。",
    largeFile: (megabytes) => `檔案大於 ${megabytes} MB，未作任何更改。請上傳較小的文字檔，例如 CSV。`,
    faults: "未作任何更改。以下內容還不能使用：",
  },
  slack: {
    choose: "請選擇",
    sent: (names) => `已用私訊傳給您：${names}`,
    notSent: (names) => `${names}未能傳給您。請稍後再試；如仍不行，請告知管理員。`,
    whole: "以上為開頭部分，全文見檔案。",
    noForm: "Slack 未能及時開啟表單，未作任何更改。請按下面的按鈕。",
    openForm: "開啟表單",
    noFile: "無法從 Slack 取得檔案，未作任何更改。請重新上傳。",
    largeFile: (megabytes) => `檔案大於 ${megabytes} MB，未作任何更改。請上傳較小的文字檔，例如 CSV。`,
  },
  console: {
    welcome: (title) => `Mishu——《${title}》問答`,
    hint: "直接輸入問題，或 /help，:quit 離開。:as 局長 設定職務，:lang zh-Hant 設定語言。",
    choose: "輸入數字選擇：",
    asPost: (post) => `您的職務：${post}。`,
    asNobody: "現在不再設定職務。",
    languageSet: "現在用繁體中文回答。",
    languageAuto: "現在按提問的語言回答。",
    unknownLanguage: (given) => `不認識語言「${given}」。可用 en、zh-Hans、zh-Hant 或 auto。`,
    unknownSetting: (given) => `沒有「${given}」。可用 :as 職務、:lang 語言、:quit。`,
    noChoice: (number) => `現在沒有第${number}項可選。`,
    noFile: (path) => `無法讀取檔案「${path}」。未作任何更改。請輸入檔案路徑，例如 roster.csv。`,
    noDocument: (path) => `無法讀取檔案「${path}」。未作任何更改。請輸入檔案路徑，例如 紀要.docx。`,
    saved: (path) => `已儲存為 ${path}。`,
    savedBefore: (path) => `目前資料夾中已有此檔案：${path}。`,
    notSaved: (name) => `${name} 無法儲存在目前資料夾，請在有寫入權限的資料夾中啟動 Mishu。`,
    filling: "每項一行；輸入 :cancel 放棄填寫。",
    enterKeeps: (value) => `［按 Enter 保留：${value}］`,
    enterSkips: "［按 Enter 略過］",
    notAChoice: (typed) => `「${typed}」不在以下選項中：`,
    needed: "此項必填：",
    cancelled: "已放棄。未作任何更改。",
    toLeave: "輸入 :cancel 放棄填寫。",
    settingHolds: "「:lang」設定的語言不再有效，以設定為準。",
  },
};
