import type { AnyCommand } from "../src/command.ts";
import { ask } from "./ask.ts";
import { deadlineAccept } from "./deadline/accept.ts";
import { deadlineAdd } from "./deadline/add.ts";
import { deadlineAgree } from "./deadline/agree.ts";
import { deadlineBoard } from "./deadline/board.ts";
import { deadlineCategory } from "./deadline/category.ts";
import { deadlineChange } from "./deadline/change.ts";
import { deadlineChannel } from "./deadline/channel.ts";
import { deadlineDecline } from "./deadline/decline.ts";
import { deadlineDepartment } from "./deadline/department.ts";
import { deadlineExplain } from "./deadline/explain.ts";
import { deadlineExtend } from "./deadline/extend.ts";
import { deadlineFinish } from "./deadline/finish.ts";
import { deadlineHand } from "./deadline/hand.ts";
import { deadlineImport } from "./deadline/import.ts";
import { deadlineMine } from "./deadline/mine.ts";
import { deadlineProgress } from "./deadline/progress.ts";
import { deadlineRefuse } from "./deadline/refuse.ts";
import { deadlineReopen } from "./deadline/reopen.ts";
import { deadlineReport } from "./deadline/report.ts";
import { deadlineReported } from "./deadline/reported.ts";
import { deadlineShow } from "./deadline/show.ts";
import { deadlineSnooze } from "./deadline/snooze.ts";
import { deadlineToday } from "./deadline/today.ts";
import { deadlineWithdraw } from "./deadline/withdraw.ts";
import { help } from "./help.ts";
import { leaveAnswer } from "./leave/answer.ts";
import { leaveApprove } from "./leave/approve.ts";
import { leaveAsk } from "./leave/ask.ts";
import { leaveAway } from "./leave/away.ts";
import { leaveChange } from "./leave/change.ts";
import { leaveCorrect } from "./leave/correct.ts";
import { leaveMine } from "./leave/mine.ts";
import { leavePending } from "./leave/pending.ts";
import { leaveQuestion } from "./leave/question.ts";
import { leaveRefuse } from "./leave/refuse.ts";
import { leaveReport } from "./leave/report.ts";
import { leaveRequest } from "./leave/request.ts";
import { leaveReturn } from "./leave/return.ts";
import { leaveRoute } from "./leave/route.ts";
import { leaveShow } from "./leave/show.ts";
import { leaveSubstitute } from "./leave/substitute.ts";
import { leaveWithdraw } from "./leave/withdraw.ts";
import { meetingAgenda } from "./meeting/agenda.ts";
import { meetingAnnounce } from "./meeting/announce.ts";
import { meetingAttend } from "./meeting/attend.ts";
import { meetingAttendance } from "./meeting/attendance.ts";
import { meetingBack } from "./meeting/back.ts";
import { meetingCalendar } from "./meeting/calendar.ts";
import { meetingCancel } from "./meeting/cancel.ts";
import { meetingChange } from "./meeting/change.ts";
import { meetingConsent } from "./meeting/consent.ts";
import { meetingHere } from "./meeting/here.ts";
import { meetingIssue } from "./meeting/issue.ts";
import { meetingItem } from "./meeting/item.ts";
import { meetingList } from "./meeting/list.ts";
import { meetingMinutes } from "./meeting/minutes.ts";
import { meetingNext } from "./meeting/next.ts";
import { meetingPass } from "./meeting/pass.ts";
import { meetingPlan } from "./meeting/plan.ts";
import { meetingPublish } from "./meeting/publish.ts";
import { meetingReturn } from "./meeting/return.ts";
import { meetingRoll } from "./meeting/roll.ts";
import { meetingShow } from "./meeting/show.ts";
import { reminders } from "./reminders.ts";
import { rosterAdmin } from "./roster/admin.ts";
import { rosterEntrust } from "./roster/entrust.ts";
import { rosterImport } from "./roster/import.ts";
import { rosterLink } from "./roster/link.ts";
import { rosterShow } from "./roster/show.ts";
import { rosterUnlink } from "./roster/unlink.ts";
import { rosterWho } from "./roster/who.ts";
import { rule } from "./rule.ts";
import { settings } from "./settings.ts";
import { whoami } from "./whoami.ts";
import { workdays } from "./workdays.ts";

/** Every command that there is; the order is that of the help. */
export const commands: readonly AnyCommand[] = [
  ask,
  rule,
  whoami,
  rosterImport,
  rosterShow,
  rosterWho,
  rosterLink,
  rosterUnlink,
  rosterEntrust,
  rosterAdmin,
  leaveRequest,
  leaveMine,
  leavePending,
  leaveShow,
  leaveApprove,
  leaveRefuse,
  leaveQuestion,
  leaveAnswer,
  leaveAsk,
  leaveSubstitute,
  leaveReturn,
  leaveChange,
  leaveWithdraw,
  leaveAway,
  leaveReport,
  leaveCorrect,
  leaveRoute,
  meetingPlan,
  meetingList,
  meetingShow,
  meetingAgenda,
  meetingItem,
  meetingConsent,
  meetingAnnounce,
  meetingAttend,
  meetingRoll,
  meetingHere,
  meetingAttendance,
  meetingNext,
  meetingBack,
  meetingChange,
  meetingCalendar,
  meetingMinutes,
  meetingPass,
  meetingReturn,
  meetingIssue,
  meetingPublish,
  meetingCancel,
  deadlineAdd,
  deadlineMine,
  deadlineToday,
  deadlineDepartment,
  deadlineBoard,
  deadlineReport,
  deadlineShow,
  deadlineCategory,
  deadlineExplain,
  deadlineChange,
  deadlineProgress,
  deadlineHand,
  deadlineAccept,
  deadlineDecline,
  deadlineExtend,
  deadlineImport,
  deadlineChannel,
  deadlineAgree,
  deadlineRefuse,
  deadlineFinish,
  deadlineReported,
  deadlineSnooze,
  deadlineWithdraw,
  deadlineReopen,
  workdays,
  reminders,
  settings,
  help,
];
