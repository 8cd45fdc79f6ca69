/** Draws a Talk. Text goes into the page only as textContent. */

import { es } from "./es.js";

/** How near the end (px) a reader must be for the view to follow new words. */
const NEAR_END_PX = 80;

const $ = (id) => document.getElementById(id);

function element(tag, className, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** @returns {string | null} a `tel:` address for `phone`, or null when it holds no digits */
function tel(phone) {
  const digits = String(phone ?? "").replace(/[^\d+*#]/g, "");
  return digits ? `tel:${digits}` : null;
}

function link(href, text) {
  const node = element("a", "", text);
  node.href = href;
  node.rel = "noreferrer";
  return node;
}

function helpItem({ name, phone, hours, url }) {
  const node = element("li", "");
  node.append(element("span", "name", name));
  if (tel(phone)) node.append(link(tel(phone), phone));
  if (url?.startsWith("https://")) node.append(link(url, new URL(url).host));
  if (hours) node.append(element("span", "hours", hours));
  return node;
}

function drawHelp({ text, items }) {
  const card = element("section", "help");
  card.setAttribute("role", "alert");
  const list = element("ul", "");
  list.append(...(items ?? []).map(helpItem));
  card.append(element("h2", "", es.helpTitle), element("p", "", text), list);
  return card;
}

function drawMessage(entry) {
  const node = element("article", `message ${entry.kind} ${entry.state}`);
  const author = element("h2", "unseen", entry.kind === "user" ? es.you : es.companion);
  const body = element("p", "body");
  const state = element("p", "state");
  node.append(author, body, state);
  return node;
}

function updateMessage(node, entry) {
  node.className = `message ${entry.kind} ${entry.state}`;
  const [, body, state] = node.children;
  body.textContent = entry.text;
  body.hidden = !entry.text;
  state.textContent = es[entry.state] && entry.state !== "writing" ? es[entry.state] : "";
  state.hidden = !state.textContent;
}

export class View {
  #nodes = new Map();
  #spoken = new Set();
  #frame = 0;
  #latest = [];

  /** Redraw before the next picture; many calls make one drawing. */
  update(talk, status) {
    $("status").textContent = es[status];
    $("status").dataset.status = status;
    this.#latest = [talk, status];
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw(...this.#latest);
    });
  }

  /** Go to the last words. */
  toEnd() {
    $("scroll").scrollTop = $("scroll").scrollHeight;
  }

  #draw(talk, status) {
    const scroll = $("scroll");
    const following = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END_PX;
    this.#drawEntries(talk.entries);
    $("hint").hidden = talk.entries.length > 0;
    $("activity").textContent = this.#activity(talk);
    $("trouble").textContent = talk.trouble || (status === "offline" ? es.offlineKept : "");
    $("trouble").hidden = !$("trouble").textContent;
    $("stop").hidden = !talk.writing && !talk.unanswered;
    if (following) this.toEnd();
  }

  #activity(talk) {
    if (!talk.writing && !talk.unanswered) return "";
    return talk.place ? es.queued(talk.place) : es.writing;
  }

  #drawEntries(entries) {
    const log = $("log");
    let place = log.firstElementChild;
    const seen = new Set(entries);
    for (const [entry, { node }] of this.#nodes) {
      if (seen.has(entry)) continue;
      if (node === place) place = node.nextElementSibling;
      node.remove();
      this.#nodes.delete(entry);
    }
    for (const entry of entries) {
      const node = this.#nodeOf(entry);
      if (node === place) place = node.nextElementSibling;
      else log.insertBefore(node, place);
    }
  }

  #nodeOf(entry) {
    let drawn = this.#nodes.get(entry);
    if (!drawn) {
      drawn = { node: this.#create(entry), rev: -1 };
      this.#nodes.set(entry, drawn);
    }
    if (drawn.rev !== entry.rev && (entry.kind === "user" || entry.kind === "reply")) {
      updateMessage(drawn.node, entry);
      this.#speak(entry);
    }
    drawn.rev = entry.rev;
    return drawn.node;
  }

  #create(entry) {
    if (entry.kind === "help") return drawHelp(entry);
    if (entry.kind === "note") return element("p", "note", es.notes[entry.text]);
    return drawMessage(entry);
  }

  /** A screen reader hears a finished reply once, not every piece of it. */
  #speak(entry) {
    if (entry.kind !== "reply" || entry.state === "writing" || !entry.fresh || this.#spoken.has(entry)) return;
    this.#spoken.add(entry);
    $("spoken").textContent = `${es.companion}: ${entry.text}`;
  }
}
