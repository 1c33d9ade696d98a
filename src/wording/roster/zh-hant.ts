import { inChinese, spanInChinese } from "../chinese-days.ts";
import type { RosterWording } from "./wording.ts";

const or = (names: readonly string[]) => {
  const quoted = names.map((each) => `「${each}」`);
  return [quoted.slice(0, -1).join("、"), ...quoted.slice(-1)].filter(Boolean).join("或");
};

export const rosterZhHant: RosterWording = {
  span: (from, until) => {
    if (from === null && until === null) return "不限";
    if (from === null) return `至${inChinese(until ?? "")}`;
    return until === null ? `自${inChinese(from)}起` : spanInChinese(from, until);
  },
  either: (names) => names.join("或"),
  list: (names) => names.join("、"),
  noDay: (typed) => `「${typed}」不是日期。請寫成 2026-12-05 的形式。未作任何更改。`,
  occasions: { business: "出差", study: "學習", visit: "出訪", leave: "休假" },
  people: {
    none: (typed, nearest) =>
      `名冊上沒有「${typed}」。未作任何更改。${nearest.length > 0 ? `您要找的是${or(nearest)}嗎？` : "請輸入「/roster show」中的姓名、職務名稱或編號。"}`,
    several: (typed, who) => `「${typed}」不止一人：${who}。未作任何更改。請改用編號。`,
    nextName: (nearest) =>
      nearest.length > 0 ? `相近的有：${nearest.join("、")}。` : "「/roster show」可查看全體人員。",
  },
  import: {
    template: "已附上名冊範本。",
    howTo: [
      "每個職務一列：一人有兩個職務就寫兩列，編號相同，主要職務在前。",
      "編號、姓名、職務必填，其餘可空。兩列範例請換成實際人員。",
      "職務：填下表中的代號或名稱。職務名稱：填本單位的稱呼，不填則與職務相同。",
      "起、止：日期寫成 2026-03-01，不限則留空。分工：各事項用「；」隔開。",
      "另存為「CSV UTF-8（逗號分隔）」，再在此選擇檔案。只要有一列有誤，就不會匯入任何內容。",
    ],
    postId: "職務（代號）",
    postName: "名稱",
    chooseFile: "選擇檔案",
    refused: (problems) => `未匯入任何內容：檔案中有${problems}處問題。`,
    line: "列",
    column: "欄",
    problem: "問題和改法",
    moreProblems: (count) => `……還有${count}處問題。`,
    correct: "請改正檔案後重新匯入；範本已附上。",
    fault: (fault) => {
      switch (fault.kind) {
        case "empty":
          return "檔案是空的。請填寫所附範本。";
        case "not-text":
          return "這不是 CSV 檔案，而是活頁簿或其他格式。請在 Excel 或 WPS 中選「另存新檔」，再選「CSV UTF-8（逗號分隔）」。";
        case "wrong-encoding":
          return "檔案沒有以 UTF-8 儲存，文字無法讀取。請在 Excel 或 WPS 中選「另存新檔」，再選「CSV UTF-8（逗號分隔）」。";
        case "too-large":
          return `檔案太大，最大${fault.megabytes} MB。請分成幾個檔案；不在檔案中的人員保持不變。`;
        case "too-many-rows":
          return `檔案太大，標題以下最多${fault.limit}列（空白列不計）。請分成幾個檔案；不在檔案中的人員保持不變。`;
        case "too-many-columns":
          return `此列應為標題，但超過了${fault.limit}欄。可用的欄：編號、姓名、職務、職務名稱、部門、起、止、分工、電子信箱。請刪去其他各欄。`;
        case "quote":
          return '從此列開始的一筆資料，引號沒有成對或位置不對。請在內容兩端各加一個引號，內容中的引號寫兩個，例如："原""老""辦公室"。';
        case "missing-column":
          return `缺少「${fault.name}」一欄。請在第一列補上，例如：編號,姓名,職務。`;
        case "unknown-column":
          return `沒有「${fault.name}」這一欄。${fault.nearest.length > 0 ? `是不是${or(fault.nearest)}？` : ""}可用：編號、姓名、職務、職務名稱、部門、起、止、分工、電子信箱。`;
        case "column-twice":
          return `「${fault.name}」一欄重複。請只留一欄。`;
        case "no-rows":
          return `標題列下方沒有內容。請為每個職務寫一列，例如：1001,李明,${fault.post}。`;
        case "extra-value":
          return `「${fault.value}」超出了最後一欄。是否多了逗號？含逗號的內容要加引號，例如："甲,乙"。`;
        case "missing-value":
          return `此處不能為空。例如：${{ id: "1001", name: "李明", post: fault.post }[fault.column]}`;
        case "too-long":
          return `內容太長，最多${fault.limit}個字元。`;
        case "bad-id":
          return `「${fault.value}」不能用作編號：只能用文字、數字和「.」「-」「_」，最多40個字元。例如：1001`;
        case "unknown-post":
          return `規則中沒有「${fault.value}」這個職務。${fault.nearest.length > 0 ? `是不是${or(fault.nearest)}？` : "範本中列有全部職務。"}本單位的稱呼請填在「職務名稱」欄。`;
        case "bad-day":
          return `「${fault.value}」不是日期。例如：2026-03-01`;
        case "until-before-from":
          return `「止」（${fault.until}）早於「起」（${fault.from}）。例如：2024-03-01 至 2026-02-28`;
        case "bad-mail":
          return `「${fault.value}」不是電子信箱。例如：liming@example.com`;
        case "mail-twice":
          return `${fault.value}是${fault.line === undefined ? "名冊上" : `第${fault.line}列`}${fault.person}的電子信箱。一個信箱只屬於一人，請改正或留空。`;
        case "lost-zeros":
          return `「${fault.value}」在名冊中為「${fault.known}」（${fault.person}）：試算表會去掉編號前面的零。請把該欄設為文字格式，再補上零。`;
        case "two-mails":
          return `同一人在第${fault.line}列的電子信箱是${fault.value}。請統一，或在後面的列留空。`;
        case "two-names":
          return `編號${fault.value}在第${fault.line}列是${fault.name}。一個編號只屬於一人，請改正編號或姓名。`;
        case "post-twice":
          return `同一人的同一職務在第${fault.line}列已有，時間重疊。請只留一列。`;
        case "example":
          return "這是範本的範例列。請換成實際人員，或刪去此列。";
      }
    },
    administratorsMail: (name) => `檔案更改了管理員${name}的電子信箱。未匯入任何內容。`,
    imported: (people) => `名冊已匯入：檔案中共${people}人。`,
    nothingChanged: "未作任何更改：名冊與檔案一致。",
    people: "人員",
    count: "人數",
    added: "新增",
    changed: "有變動",
    unchanged: "無變動",
    absent: "在名冊上、不在檔案中",
    person: "有變動的人員",
    whatChanged: "變動內容",
    changes: { name: "姓名", email: "電子信箱", posts: "職務", portfolio: "分工" },
    ended: (titles) => `已終止：${titles}`,
    toEnd: "如需終止某人的職務，請匯入其所在行，並在「止」欄填寫最後一天。",
    stay: (names) => `不在檔案中的人員保持不變：${names}`,
    more: (count) => `……還有${count}人`,
    next: "下一步：請各人連結帳號。輸入「/roster link 人員:」加姓名，可為某人產生連結碼；在 Slack 中，已驗證的電子信箱與名冊一致的帳號會自動連結。",
    show: "查看名冊",
  },
  show: {
    heading: (about, people, linked) => `${about ?? "名冊"}：共${people}人，其中${linked}人已連結帳號`,
    department: "部門",
    name: "姓名",
    title: "職務名稱",
    post: "規則中的職務",
    noPostToday: "今天無職務",
    mark: "✓ 已連結帳號",
    entrustments: "有效和待生效的委託：",
    by: "委託人",
    to: "受託人",
    span: "起止",
    occasion: "事由",
    person: (name, id) => `${name}（${id}）`,
    past: "曾任",
    now: "現任",
    future: "將任",
    portfolio: "分工",
    mail: "電子信箱",
    accounts: "帳號",
    noAccount: "尚未連結帳號。",
    makeCode: "產生連結碼",
    nothing: (typed) => `名冊上沒有與「${typed}」有關的內容。`,
    empty: "名冊是空的。",
    emptyNext: "請先匯入：「/roster import」提供範本並接收檔案。",
  },
  who: {
    ask: "您要找誰？請輸入職務、部門、事項或姓名。",
    name: "姓名",
    title: "職務名稱",
    department: "部門",
    holds: (post, people) => `現任${post}${people === 1 ? "" : `：共${people}人`}`,
    inDepartment: (department) => `${department}現任最高職務`,
    inCharge: (matter) => `分管${matter}`,
    named: (name) => `姓名含「${name}」的人員`,
    more: (count) => `該部門另有${count}人，可用「/roster show」查看。`,
    acts: (post, by, to, span, occasion) => `${span}，${by}（${post}）${occasion}期間，${to}受其委託代理主持日常工作。`,
    ownArrangement: "此項委託由本單位自行安排，規則沒有規定。",
    vacant: (post) => `按名冊，今天無人擔任「${post}」。`,
    nothing: (typed) => `名冊上沒有與「${typed}」對應的人員。`,
  },
  link: {
    needsCode: "要把此帳號連結到您本人，需要您的連結碼。",
    whoGivesCodes:
      "管理員或負責名冊的人員可用「/roster link 人員:」加您的姓名產生連結碼。您已連結其他平台的，在該平台輸入「/roster link」也可取得。",
    typeCode: "輸入連結碼",
    alreadyLinked: (name) =>
      `此帳號已連結到${name}。未作任何更改，連結碼仍可使用。如有錯誤，請先用「/roster unlink」解除，再輸入連結碼。`,
    codeProblems: {
      wrong: "連結碼有誤。未作任何更改。請再核對（八個字母和數字，例如 K7M2-9QXB），或索取新的連結碼。",
      expired: "連結碼已過期，有效期為24小時。未作任何更改。請索取新的連結碼。",
      used: "連結碼已用過，每個只能連結一個帳號。未作任何更改。請索取新的連結碼。",
      "too-many": "輸錯次數過多，一小時內不再接受此帳號輸入的連結碼。未作任何更改。請一小時後用新的連結碼再試。",
    },
    linked: (name) => `此帳號已連結：您是${name}。`,
    posts: (titles) => `您今天的職務：${titles}。`,
    noPosts: "名冊上今天沒有您的職務。",
    ifWrong: "如果不是您，請輸入「/roster unlink」並告知管理員。",
    newAccount: (platform, account) => `有新帳號連結到您：${account}，${platform}。`,
    ifNotYou: "如非您本人操作，請立即解除連結並告知管理員。",
    code: (name, code) => `${name}的連結碼：${code}`,
    tellThem: (code, until) =>
      `請只告訴本人。本人須於${inChinese(until)}以前，在自己使用的平台輸入「/roster link ${code}」。`,
    bySlackMail: (mail) => `其 Slack 帳號的已驗證電子信箱如為 ${mail}，則無需連結碼，首次提問時自動連結。`,
    noMail: "名冊上沒有其電子信箱，帳號不會自動連結。",
    ownCode: (code) => `您的連結碼：${code}`,
    typeYourself: (code, until) =>
      `請於${inChinese(until)}以前，在另一平台輸入「/roster link ${code}」。請勿告訴他人。`,
    once: "每個連結碼只能連結一個帳號、使用一次。以前的連結碼已失效。",
  },
  unlink: {
    notLinked: "此帳號沒有連結到任何人。未作任何更改。",
    noLongerLinked: "此帳號已不再連結到您。未作任何更改。",
    lastAdministrator: (name) =>
      `解除後將沒有管理員能夠使用 Mishu（${name}是唯一已連結帳號的管理員）。未作任何更改；請先用「/roster admin」設定其他管理員。`,
    which: "要解除您哪個帳號的連結？",
    button: (platform) => `解除連結：${platform}`,
    noAccounts: (name) => `${name}沒有已連結的帳號。未作任何更改。`,
    notThere: (name, platform, where) => `${name}在「${platform}」上沒有帳號，只有：${where}。未作任何更改。`,
    done: (name, accounts, platforms) => `已解除${name}的${accounts}個帳號連結：${platforms}。`,
    ownNext: "如需重新連結，請用「/roster link」輸入連結碼。",
    told: "已發訊息告知該帳號。",
    notice: (name) => `此帳號不再連結到${name}。`,
  },
  entrust: {
    needs: (post) =>
      `登記委託，需填寫受託人、最後一天和事由${post === undefined ? "" : `；不填「職務」，即登記為規則所指職務（本規則為${post}）的委託`}。`,
    fill: "填寫",
    whosePost: "委託的是哪個職務？規則沒有指明，請填職務、職務名稱或姓名。未作任何更改。",
    vacant: (post, day) => `按名冊，${inChinese(day)}無人擔任「${post}」。未作任何更改。`,
    severalHold: (post, who) => `擔任「${post}」的有多人：${who}。未作任何更改。請改填姓名。`,
    noPost: (name, day) => `按名冊，${name}在${inChinese(day)}沒有職務。未作任何更改。`,
    untilBeforeFrom: (from, until) => `最後一天（${inChinese(until)}）早於第一天（${inChinese(from)}）。未作任何更改。`,
    over: (until) => `${inChinese(until)}已經過去。未作任何更改。`,
    themselves: (name) => `${name}不能委託自己。未作任何更改，請另選他人。`,
    overlaps: (post, by, to, span) =>
      `${span}，${by}（${post}）已委託${to}。未作任何更改。請先結束該委託，或另選日期。`,
    recorded: (post, by, to, span, occasion) =>
      `已登記：${span}，${by}（${post}）${occasion}期間，委託${to}代理主持日常工作。`,
    ended: (post, by, to, span, occasion) =>
      `已結束：${to}不再受${by}（${post}）委託代理主持日常工作。原登記為${span}，${occasion}。`,
    notByRules: "此項委託由本單位自行安排，規則沒有規定。關於委託，規則原文是：",
    rulesSilent: "此項委託由本單位自行安排，規則沒有規定。",
    bothTold: "已告知雙方。",
    otherTold: "已告知對方。",
    tellYourself: (names) => `${names}尚未連結帳號，請您轉告。`,
    endNow: "結束委託",
    nothingToEnd: "沒有符合條件的有效或待生效的委託。未作任何更改。輸入「/roster show」可查看全部委託。",
    whichToEnd: "要結束哪一項？",
    endButton: (by, to) => `${by}委託${to}`,
  },
  admin: {
    whom: "要設定或取消哪位管理員？",
    now: "目前的管理員",
    noneYet: "還沒有管理員。",
    account: (name, platform) => `${name}（${platform}，未連結人員）`,
    dismiss: (name) => `取消${name}的管理員權限`,
    choose: "選擇人員",
    isAlready: (name) => `${name}已是管理員。未作任何更改。`,
    isNone: (name) => `${name}不是管理員。未作任何更改。`,
    last: (name) => `${name}是最後一位管理員。未作任何更改，請先設定其他管理員。`,
    appointed: (name) => `${name}現在是 Mishu 管理員。`,
    dismissed: (name) => `${name}不再是 Mishu 管理員。`,
    told: "已發訊息告知本人。",
    noAccount: {
      appointed: "本人尚未連結帳號，請用「/roster link 人員:」加姓名為其產生連結碼。",
      dismissed: "本人尚未連結帳號，請您轉告。",
    },
    notice: { appointed: "您現在是 Mishu 管理員。", dismissed: "您不再是 Mishu 管理員。" },
    noticeNext: {
      appointed: "您可以匯入名冊、連結帳號、變更單位設定，也可以設定或取消其他管理員；輸入「/help」可查看用法。",
      dismissed: "您仍可提問；您的職務所允許的操作不變。",
    },
  },
};
