import type { Fields } from "./json.ts";

/** An answer of Discord that says no: an HTTP status, and one of its own codes. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Fields | undefined;

  constructor(status: number, code: number, message: string, errors?: Fields) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export const unauthorized = () => new Refusal(401, 0, "401: Unauthorized");
export const notFound = () => new Refusal(404, 0, "404: Not Found");
export const unknownChannel = () => new Refusal(404, 10003, "Unknown Channel");
export const unknownGuild = () => new Refusal(404, 10004, "Unknown Guild");
export const unknownMember = () => new Refusal(404, 10007, "Unknown Member");
export const unknownMessage = () => new Refusal(404, 10008, "Unknown Message");
export const unknownEmoji = () => new Refusal(400, 10014, "Unknown Emoji");
export const unknownWebhook = () => new Refusal(404, 10015, "Unknown Webhook");
export const unknownInteraction = () => new Refusal(404, 10062, "Unknown interaction");
export const unknownCommand = () => new Refusal(404, 10063, "Unknown application command");
export const tooLarge = () => new Refusal(413, 40005, "Request entity too large");
export const alreadyAcknowledged = () => new Refusal(400, 40060, "Interaction has already been acknowledged.");
export const missingAccess = () => new Refusal(403, 50001, "Missing Access");
export const onDirectChannel = () => new Refusal(403, 50003, "Cannot execute action on a DM channel");
export const notTheAuthor = () => new Refusal(403, 50005, "Cannot edit a message authored by another user");
export const emptyMessage = () => new Refusal(400, 50006, "Cannot send an empty message");
export const directMessagesClosed = () => new Refusal(403, 50007, "Cannot send messages to this user");
export const missingPermissions = () => new Refusal(403, 50013, "Missing Permissions");
export const invalidWebhookToken = () => new Refusal(401, 50027, "Invalid Webhook Token");
export const invalidRecipient = () => new Refusal(400, 50033, "Invalid Recipient(s)");
export const invalidJson = () => new Refusal(400, 50109, "The request body contains invalid JSON.");
