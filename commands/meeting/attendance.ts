import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { suggestPeople } from "../../src/find-people.ts";
import { attendanceReply, whichAttendance } from "../../src/meeting-desk/attendance.ts";
import { recordReply } from "../../src/meeting-desk/record.ts";
import { attendanceStates } from "../../src/meetings/attendance.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingAttendance = defineCommand({
  path: "meeting attendance",
  group: meeting,
  names: { "zh-Hans": "考勤", "zh-Hant": "考勤" },
  summary: {
    en: "Who is at a meeting, late, substituted, on leave or absent; record or correct it",
    "zh-Hans": "查看、登记会议出席情况：出席、迟到、代为参加、请假、缺席",
    "zh-Hant": "查看、登記會議出席情況：出席、遲到、代為參加、請假、缺席",
  },
  options: z.object({
    number: z.string().default(""),
    person: z.string().default(""),
    state: z.enum(attendanceStates).optional(),
    everybody: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    person: {
      en: "Whose attendance is recorded or corrected: a name, a title or a number",
      "zh-Hans": "登记或更正谁的出席情况：姓名、职务或编号",
      "zh-Hant": "登記或更正誰的出席情況：姓名、職務或編號",
    },
    state: { en: "What is recorded", "zh-Hans": "登记的情况", "zh-Hant": "登記的情況" },
    everybody: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: {
    number: numberName,
    person: { "zh-Hans": "人员", "zh-Hant": "人員" },
    state: { "zh-Hans": "情况", "zh-Hant": "情況" },
    everybody: { "zh-Hans": "全部", "zh-Hant": "全部" },
  },
  hidden: ["everybody"],
  positional: "number",
  suggest: { number: suggestComing, person: suggestPeople },
  choiceNames: {
    state: {
      present: { en: "present", "zh-Hans": "出席", "zh-Hant": "出席" },
      late: { en: "late", "zh-Hans": "迟到", "zh-Hant": "遲到" },
      substitute: { en: "substituted", "zh-Hans": "他人代为参加", "zh-Hant": "他人代為參加" },
      leave: { en: "on leave", "zh-Hans": "请假", "zh-Hant": "請假" },
      absent: { en: "absent", "zh-Hans": "缺席", "zh-Hant": "缺席" },
    },
  },
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting attendance", "zh-Hans": "/meeting attendance", "zh-Hant": "/meeting attendance" },
      explains: { en: "choose of which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, person, state, everybody }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    if (number === undefined) return whichAttendance(visit, context);
    if (person.trim() === "" && state === undefined && everybody === "") return attendanceReply(number, visit, context);
    return recordReply(number, { person, state, everybody: everybody !== "" }, visit, context);
  },
});
