/** Characters that no text needs and that hide or turn round what follows, or move the cursor; lines and tabs stay. */
export const invisible = /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
