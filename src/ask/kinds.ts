import type { QuestionKind } from "../rulebook/model.ts";

/**
 * How each kind of question is worded, in normalised text (Simplified, lower case). A kind may be asked beside others:
 * "who signs, and within how many days?" is two.
 */
const patterns: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    "time-limit",
    /(几|多少)个?(工作日|天|日|周|个月)(内|之内|以内|要|办|答|交|报|回|完|必须|才|就)|(几|多少)个?工作日|(多久|多长时间)(之?内|以内|要|办|答|交|报|就|必须|得)|期限|时限|截止|最(迟|晚)|提前(几|多)|deadline|time limit|how (long|soon|many (working |business |calendar )?(days|weeks))|by when|when (is|are|must|should|do|does) .{0,60}\b(due|in by|back by|reply|respond|answer|submit|hand|report back)|how (far|long|many days) (in advance|ahead|before)|within how|how much (notice|time|lead time|warning)|cut-?off|turnaround/,
  ],
  [
    "how-often",
    /多久.{0,6}(一次|一回|开|召|查|轮)|(每|一)(年|月|周|季度|半年).{0,8}几次|几(个?月|年|周|天)(开|召开|查|一次|一回)|多长时间.{0,3}一次|频率|频次|周期|how often|how frequent|frequency|how many times|how regularly|(once|every|each) (a )?(week|month|quarter|year)|interval/,
  ],
  [
    "duration",
    /多久|多长(时间)?|几(个?小时|分钟|个?钟头)|时长|how long|how many (minutes|hours)|length of|duration|time allowance/,
  ],
  [
    "how-many",
    /几(个|名|位|人|份|项|种|条|成|票|级|类|家|件|页|套|轮|处|次|倍|分)|多少|人数|数量|名额|比例|how (many|much)|number of|what (number|percentage|proportion|share|amount|size)|how big|how large/,
  ],
  [
    "when",
    /什么时候|啥时候|何时|哪天|哪一天|几号(?!字|文)|几点|几月|哪年|何日|月初|月底|时间点|(^|[,.;:?] ?|\b(and|or|say|says|specify|exactly|know) )when (is|are|was|were|do|does|did|will|must|should|can|may|has|have|exactly|precisely)\b|since when|until when|what (exact |precise )?(date|day|time|month|year)|(on )?which (exact )?(day|date|month|year)/,
  ],
  ["where", /哪里|哪儿|何处|在哪|哪边|\bwhere\b|which (place|channel|website)/],
  [
    "consequence",
    /后果|处罚|处分|罚|怎么处理|怎样处理|会怎|怎么样|追究|问责|被通报|算不算违|责任|what (happens|happen|follows|will happen)|consequence|penalt|punish|sanction|fined?\b|disciplin|in trouble|get away/,
  ],
  [
    "whom",
    /(向|找|跟|给|和|报|送|交|呈|请|问|去|上)(谁|哪|何人|何处|什么人|哪个|哪些|哪位|什么部门|什么单位)|报(送|给|到)?(谁|哪)|to whom|who(m)? (do|should|must|can|shall|would|to|does) .{0,40}\b(ask|apply|report|send|submit|file|turn|go|request|tell|contact|notify|inform|address)|whom|whose (permission|approval|consent|leave)|which (body|bodies|office|authority).{0,30}\b(file|report|send|submit)/,
  ],
  [
    "who",
    /谁|何人|哪位|哪个(部门|单位|领导|处室|机关|机构)|哪些(人|部门|单位|领导)|什么人|哪一级|由哪|由何|(?<!\b(?:those|anyone|anybody|someone|somebody|everyone|people|person|persons|boss|officers?|officials?|leaders?|heads?|cadres?|staff) )\bwho('s)?\b|whose|which (department|office|leader|official|body|person|post|authority|unit|bureau)|what (department|body)/,
  ],
  ["why", /为什么|为何|为啥|依据|根据(什么|哪)|凭什么|理由是|\bwhy\b|legal basis|on what basis|based on|what for/],
  ["which", /哪(一|几|些|个|种|类|条|部|项)|第几条|which/],
  [
    "must",
    /要不要|需不需要|必须|必要|是不是(要|得|必须)|是否(需要|要|必须|应|须)|非得|一定(要|得)|用不用|需要.{0,12}吗|得不得|须不须|应否|要.{0,14}吗|\b(must|have to|has to|need to|needs to|obliged|required|mandatory|compulsory|necessary|obligat)/,
  ],
  [
    "may",
    /能不能|能否|可否|可不可以|可以|行不行|行吗|允许|准不准|让不让|能.{0,16}(吗|么|不)|许可|得否|可.{0,10}吗|算吗|\b(may|can|could|allowed|permitted|okay|ok|possible|free to|permissible|right to|entitled)\b/,
  ],
  [
    "how",
    /怎么|怎样|如何|咋|流程|步骤|程序|手续|方式|途径|办法|\bhow\b|procedure|steps|process|what do (i|we) (have to )?do/,
  ],
  [
    "condition",
    /什么情况|哪些情况|何种情形|什么条件|情形下|在.{0,6}时候才|in (what|which) (case|circumstance|situation)|under what|conditions?\b/,
  ],
  [
    "scope",
    /适用|管(用|得着|不管)|包括|算不算|属于|范围|覆盖|apply to|applies|cover(ed|s)?\b|subject to|bound by|include/,
  ],
  ["what", /什么|啥|哪些|内容|含义|意思|指的|要求|规定|职责|任务|\bwhat\b|meaning|content|list|duties|requirements?/],
];

/** The kinds of question that a normalised text asks, the most telling first; none for bare keywords. */
export function questionKinds(normalised: string): readonly QuestionKind[] {
  const found = patterns.filter(([, pattern]) => pattern.test(normalised)).map(([kind]) => kind);
  // "within how many days" is neither "how many" nor "how long"; "how often" is not "when"
  const without = (kinds: readonly QuestionKind[]) => found.filter((kind) => !kinds.includes(kind));
  if (found.includes("time-limit")) return without(["how-many", "duration", "how"]);
  if (found.includes("how-often")) return without(["duration", "how-many", "how"]);
  if (found.includes("duration")) return without(["how"]);
  return found;
}

/** Kinds that ask for a value: when the fact's words do not give such a value, they do not answer the question. */
const measuredKinds: ReadonlySet<QuestionKind> = new Set([
  "time-limit",
  "how-often",
  "duration",
  "how-many",
  "when",
  "consequence",
]);

/** Those of the kinds that ask for a value. */
export function measuredAmong(kinds: readonly QuestionKind[]): readonly QuestionKind[] {
  return kinds.filter((kind) => measuredKinds.has(kind));
}

/** Measures that are asked for in each other's words: "how many days" may mean a time limit or a duration. */
const alike: Readonly<Partial<Record<QuestionKind, readonly QuestionKind[]>>> = {
  "how-many": ["time-limit", "duration", "how-often"],
  "time-limit": ["how-many", "duration", "when"],
  duration: ["how-many", "time-limit", "how-often"],
  "how-often": ["how-many", "duration"],
  when: ["time-limit"],
};

/** Whether what is left open is a measure like the one asked for; a date is none like a number of people. */
export function measuresAlike(asked: readonly QuestionKind[], open: readonly QuestionKind[]): boolean {
  return asked.some((kind) => open.includes(kind) || alike[kind]?.some((each) => open.includes(each)));
}

/** Somebody asserts something and wants to hear whether it is so. */
export function asserts(normalised: string): boolean {
  return /(对吧|对吗|对不对|是吧|是吗|是不是|没错吧|不是吗|吧[?？!。]?$|就(行|可以|够|好)了(吧|吗)|right\?|correct\?|(is|are|do|does|did|can|must|should|has|have|will|would)n'?t (it|they|he|she|we|that|there|i|you)\?|, (yes|no|true|ok)\?|am i right|is that (right|true|so|correct)|i (think|assume|believe|heard)|surely)/.test(
    normalised,
  );
}

/** Two or more things are set side by side, and each is to be told. */
export function compares(normalised: string): boolean {
  const or = normalised.indexOf("还是");
  if (or >= 0 && normalised.includes("呢", or)) return true;
  return /区别|不同|差别|差异|对比|相比|比较|分别|各自|各要|各是|\b(difference|differ|differs|compare|compared|versus|vs\.?|apart|respectively|each of|distinguish|both)\b/.test(
    normalised,
  );
}

/** Not a question but work for the machine: "write me a speech", 帮我写, "ignore your instructions". */
export function ordersWork(normalised: string): boolean {
  return (
    /^(please |kindly |can you |could you |hey,? |now )*(write|draft|translate|compose|rewrite|summari[sz]e|print|book|order|remind|pretend|act as|ignore|forget|disregard|repeat|sing|tell me a joke)\b/.test(
      normalised,
    ) ||
    /(ignore|forget|disregard|override) (all|any|everything|your|the|previous|prior|above)\b.{0,40}(instruction|rule|prompt|told|above)|system prompt|you are now (a|an|the)\b/.test(
      normalised,
    ) ||
    /^(请|麻烦)?(你|您)?(能不能|可以|可不可以)?(帮我|替我|给我|帮忙)(写|起草|拟|翻译|改|订|买|算|做|批|打|发|润色|生成|画|编|讲个)/.test(
      normalised,
    ) ||
    /(忽略|无视|忘掉|忘记).{0,10}(指令|设定|提示|指示|规则|说过|内容)|系统提示|从现在(起|开始)[,，]?你|^你现在是|扮演/.test(
      normalised,
    )
  );
}

/** A greeting, thanks, or the question who Mishu is and what it can do; nothing else. */
export function greets(normalised: string): boolean {
  return /^((hi|hello|hey|good (morning|afternoon|evening)|thanks?( you)?|thx|ok(ay)?|bye|test|help|who are you|what are you|what can you do|how does this work|how do i use this|why|go on|continue|next|back|menu|commands?|again|repeat that|i see|got it|yes|no)( there| all| mishu)?|你好|您好|大家好|在吗|在不在|早(上好)?|下午好|晚上好|谢谢(你|您)?|辛苦了|再见|你是谁|你叫什么(名字)?|你会什么|你能做什么|你有什么用|怎么用|帮助|测试|嗨|哈喽|继续|返回|再说一遍|重复一遍|为什么|下一条|上一条|命令|菜单|好的?|嗯|明白了?|知道了|收到)[\s!.,?~。,!?呀啊哦]*$/.test(
    normalised,
  );
}
