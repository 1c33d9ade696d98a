const months = "January February March April May June July August September October November December".split(" ");

/** December 2026 */
export const monthInEnglish = (day: string): string => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
