/** Puts the page together: conversation, connection, view, composer. */

import { es } from "./es.js";
import { recall, remember } from "./memory.js";
import { Talk } from "./talk.js";
import { View } from "./view.js";
import { Wire } from "./wire.js";

const DEFAULT_RETRY_S = 5;

const talk = new Talk(recall());
const view = new View();
const composer = document.getElementById("composer");
const box = document.getElementById("text");
let status = "connecting";
let retry = 0;

const scheme = location.protocol === "https:" ? "wss:" : "ws:";
const wire = new Wire(`${scheme}//${location.host}/ws`, {
  hello: () => talk.hello(navigator.language),
  frame: receive,
  status(now) {
    status = now;
    if (now !== "online") talk.lost();
    changed();
  },
});

function changed() {
  remember(talk);
  view.update(talk, status);
}

function receive(frame) {
  const wasOpen = talk.open;
  talk.receive(frame);
  if (talk.open && (!wasOpen || frame.type === "welcome")) sendOutbox();
  if (frame.type === "error" && frame.id) retryIn(frame.retry_after ?? DEFAULT_RETRY_S);
  changed();
}

/** Send every message that has no ack, with the id it had: the server answers each id once. */
function sendOutbox() {
  for (const { id, text } of talk.outbox) wire.send({ type: "message", id, text });
}

function retryIn(seconds) {
  clearTimeout(retry);
  retry = setTimeout(() => talk.open && sendOutbox(), seconds * 1000 * (1 + Math.random() / 4));
}

/** 128 random bits. `crypto.randomUUID` exists only in secure contexts, and the page may be served on a LAN. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function submit() {
  const text = box.value.trim();
  if (!text) return;
  if (Array.from(text).length > talk.maxChars) {
    talk.trouble = es.tooLong(talk.maxChars);
    changed();
    return;
  }
  const frame = talk.say(newId(), text);
  if (talk.open) wire.send(frame);
  else wire.wake();
  box.value = "";
  talk.trouble = "";
  changed();
  view.toEnd();
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});

box.addEventListener("keydown", (event) => {
  // While an input method composes, Enter chooses a candidate.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});

document.getElementById("stop").addEventListener("click", () => {
  const id = talk.writing?.id ?? talk.unanswered?.id;
  if (id) wire.send({ type: "stop", id });
  box.focus();
});

window.addEventListener("online", () => wire.wake());
window.addEventListener("pageshow", () => wire.wake());
document.addEventListener("visibilitychange", () => document.hidden || wire.wake());

wire.connect();
