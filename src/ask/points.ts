/**
 * The points of a question, where it has several: "who signs, and within how many days?", "要不要论证?涉及别的部门又怎么办?".
 * Cut at sentence ends, and at commas and "and" before a question word. One point only: an empty list.
 */
export function pointsOf(normalised: string): readonly string[] {
  const cuts = normalised
    .split(
      /[?？!。;；]+|[,，、:：](?=.{0,12}(谁|哪|几|多|怎|如何|能不能|可以|可否|要不要|是否|什么|何|吗))|(?:,\s*|\s+)(?:and|or|but)\s+(?=(?:who|what|when|where|which|how|may|can|do|does|is|are|must|should|to whom|by when|whether|within)\b)|,\s+(?=(?:who|what|when|where|which|how|may|can|do|does|is|are|must|should)\b)/u,
    )
    .map((each) => (each ?? "").trim())
    .filter((each) => each.length >= (/[\u4e00-\u9fff]/.test(each) ? 5 : 14));
  return cuts.length > 1 ? cuts.slice(0, 3) : [];
}
