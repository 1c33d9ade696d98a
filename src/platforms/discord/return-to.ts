/** Where an answer goes: plain JSON, kept with what was asked, of use after a restart as well. */
export type ReturnTo =
  | {
      readonly kind: "interaction";
      /** The interaction's own id, the mark of what is posted for it. */
      readonly id: string;
      readonly application: string;
      readonly token: string;
      /** Where it was asked; missing in direct messages. */
      readonly channel?: string;
    }
  | {
      readonly kind: "message";
      readonly channel: string;
      readonly message: string;
      /** Asked in a direct message. */
      readonly direct: boolean;
    };
