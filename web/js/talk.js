/**
 * The state of one conversation as the frames of protocol version 1 build it. No DOM, no network.
 *
 * Entries are shown in order: {kind: "user" | "reply" | "help" | "note", id, text, state, rev, ...}.
 * `rev` grows with every change of an entry, so that the view redraws only what changed.
 */

/** Refusals that pass by themselves: the message stays in the outbox and is sent again with the same id. */
const PASSING = new Set(["rate_limited", "too_many_pending", "busy", "unavailable"]);

export class Talk {
  entries = [];
  session = null;
  since = null;
  maxChars = 4000;
  /** Whether messages may be sent on the present connection. */
  open = false;
  /** What is wrong now, in words for the person; "" when nothing is. */
  trouble = "";
  /** The session's place in the queue, or 0. */
  place = 0;

  /** @param {{session?: string, outbox?: {id: string, text: string}[]}} kept what a reload left behind */
  constructor({ session = null, outbox = [] } = {}) {
    this.session = session;
    for (const { id, text } of outbox) this.#add({ kind: "user", id, text, state: "waiting" });
  }

  /** The messages nobody has acknowledged yet, oldest first. */
  get outbox() {
    return this.entries
      .filter((entry) => entry.kind === "user" && entry.state === "waiting")
      .map(({ id, text }) => ({ id, text }));
  }

  /** The oldest acknowledged message whose reply is not whole yet, or undefined. */
  get unanswered() {
    return this.entries.find((entry) => entry.kind === "user" && entry.state === "sent" && !entry.answered);
  }

  /** The reply being written, or undefined. */
  get writing() {
    return this.entries.find((entry) => entry.kind === "reply" && entry.state === "writing");
  }

  /** The first frame of a connection. Without `since` the whole history comes. */
  hello(locale) {
    const frame = { type: "hello", locale };
    if (this.session) frame.session = this.session;
    if (this.session && this.since) frame.since = this.since;
    return frame;
  }

  /** Take a message into the outbox and return its frame. */
  say(id, text) {
    this.#add({ kind: "user", id, text, state: "waiting" });
    return { type: "message", id, text };
  }

  /** The connection is gone. */
  lost() {
    this.open = false;
    this.place = 0;
  }

  /** Apply a server frame. Unknown types change nothing. */
  receive(frame) {
    const apply = {
      welcome: this.#welcome,
      ack: this.#ack,
      queued: this.#queued,
      delta: this.#delta,
      reply: this.#reply,
      user: this.#user,
      resources: this.#resources,
      erased: this.#erased,
      error: this.#error,
    }[frame.type];
    apply?.call(this, frame);
  }

  #welcome({ session, resumed, offset, truncated, limits }) {
    const had = this.entries.some((entry) => entry.kind !== "note" && entry.state !== "waiting");
    if (!resumed) {
      this.since = offset;
      for (const entry of this.entries) this.#giveUp(entry);
    }
    if (had && (truncated || !resumed)) {
      this.#add({ kind: "note", text: truncated ? "gap" : "gone" });
    }
    this.session = session;
    this.maxChars = limits?.max_chars ?? this.maxChars;
    this.open = true;
    this.trouble = "";
  }

  /** Nothing is stored any more: what was being answered will not be. */
  #giveUp(entry) {
    if (entry.kind === "user" && entry.state === "sent" && !entry.answered) {
      this.#change(entry, { state: "failed", answered: true });
    }
    if (entry.kind === "reply" && entry.state === "writing") this.#change(entry, { state: "stopped" });
  }

  // The ack's offset is not a resume point: only `user` and `reply` frames move `since`.
  #ack({ id }) {
    const entry = this.#find("user", id);
    if (entry?.state === "waiting") this.#change(entry, { state: "sent" });
    this.trouble = "";
  }

  #queued({ position }) {
    this.place = position;
  }

  #delta({ id, attempt, at, text }) {
    const entry = this.#find("reply", id) ?? this.#addAfter(id, { kind: "reply", id, state: "writing", attempt: 0 });
    if (entry.state !== "writing" || attempt < entry.attempt) return;
    if (attempt > entry.attempt) entry.points = [];
    // `at` counts code points, JavaScript's strings UTF-16 units: "🌿".length is 2.
    const points = Array.from(text);
    if (at > entry.points.length) return; // a gap: the whole reply will mend it
    entry.points.splice(at, points.length, ...points);
    this.place = 0;
    this.#change(entry, { attempt, text: entry.points.join(""), fresh: true });
  }

  #reply({ id, attempt, text, offset, source, stopped }) {
    const entry = this.#find("reply", id) ?? this.#addAfter(id, { kind: "reply", id });
    const asked = this.#find("user", id);
    const fresh = entry.fresh || (asked?.state === "sent" && asked.own && !asked.answered);
    if (asked) this.#change(asked, { state: "sent", answered: true });
    this.since = offset;
    this.place = 0;
    this.#change(entry, { attempt, text, source, fresh, points: [], state: stopped ? "stopped" : "done" });
  }

  #user({ id, text, offset }) {
    this.since = offset;
    const entry = this.#find("user", id);
    if (entry) {
      if (!entry.answered) this.#change(entry, { state: "sent" });
      return;
    }
    // Words that are not acknowledged yet come after everything the server knows.
    const waiting = this.entries.findIndex((other) => other.kind === "user" && other.state === "waiting");
    const at = waiting < 0 ? this.entries.length : waiting;
    this.entries.splice(at, 0, { rev: 0, kind: "user", id, text, state: "sent" });
  }

  #resources({ id, text, items }) {
    this.#addAfter(id, { kind: "help", id, text, items });
  }

  #erased() {
    this.since = null;
    this.place = 0;
    this.entries = this.entries.filter((entry) => entry.state === "waiting");
    this.entries.unshift({ rev: 0, kind: "note", text: "erased" });
  }

  #error({ id, code, message }) {
    this.trouble = message;
    // With the store down the edge still listens for danger, so words may go out at once.
    if (!id && code === "unavailable") this.open = true;
    const entry = id && this.#find("user", id);
    if (entry?.state === "waiting" && !PASSING.has(code)) this.#change(entry, { state: "failed" });
  }

  #find(kind, id) {
    return this.entries.find((entry) => entry.kind === kind && entry.id === id);
  }

  #add(entry) {
    const whole = { rev: 0, own: true, ...entry };
    this.entries.push(whole);
    return whole;
  }

  /** Put `entry` behind all that belongs to message `id`, or at the end. */
  #addAfter(id, entry) {
    const whole = { rev: 0, text: "", points: [], ...entry };
    const last = id ? this.entries.findLastIndex((other) => other.id === id) : -1;
    this.entries.splice(last < 0 ? this.entries.length : last + 1, 0, whole);
    return whole;
  }

  #change(entry, changes) {
    Object.assign(entry, changes);
    entry.rev += 1;
  }
}
