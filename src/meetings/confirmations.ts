/**
 * What whoever plans a meeting may say to be so, and what is then recorded: that who is to preside was entrusted with it;
 * that it is held on a day off; that whoever a rule names has agreed; that items were prepared, or are only discussed.
 */
export const confirmations = [
  "entrusted",
  "day-off",
  "in-name",
  "plan",
  "others-leaders",
  "days",
  "prepared",
  "only-discussed",
] as const;
export type Confirmation = (typeof confirmations)[number];
