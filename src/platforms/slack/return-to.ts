/** Where an answer goes, and what is still to be fetched for it. Kept with the delivery, as JSON. */
export interface ReturnTo {
  /** Where it was asked; missing for a form that was opened from nowhere. */
  readonly channel?: string;
  /** Takes five messages within half an hour. */
  readonly responseUrl?: string;
  readonly thread?: string;
  /** A talk with Mishu alone: the answer stays there. */
  readonly direct?: true;
  /** Uploaded files whose text becomes an option. */
  readonly files?: readonly { readonly option: string; readonly id: string }[];
}

/** Whether an address is one of Slack's: of the host that its API is asked at, or of one below it. */
export function isOfSlack(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const [there, api] = [new URL(address), new URL(apiUrl)];
  return there.protocol === api.protocol && (there.host === api.host || there.host.endsWith(`.${api.host}`));
}
