/** What a reload of this tab must not lose: the session's token and the words not acknowledged yet. */

const SESSION = "psicoia.session";
const OUTBOX = "psicoia.outbox";

/** @returns {{session: string | null, outbox: {id: string, text: string}[]}} */
export function recall() {
  try {
    return { session: sessionStorage.getItem(SESSION), outbox: JSON.parse(sessionStorage.getItem(OUTBOX) ?? "[]") };
  } catch {
    return { session: null, outbox: [] }; // storage is forbidden or damaged: the page works without
  }
}

/** Keep what `talk` would need after a reload. The text of acknowledged messages is not kept. */
export function remember(talk) {
  try {
    if (talk.session) sessionStorage.setItem(SESSION, talk.session);
    sessionStorage.setItem(OUTBOX, JSON.stringify(talk.outbox));
  } catch {
    // storage is forbidden or full: the page works without
  }
}
