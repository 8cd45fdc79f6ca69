/**
 * One WebSocket that comes back: jittered exponential back-off, `reconnect` frames, a watch for silence.
 * It carries frames and knows nothing of what they mean to the conversation.
 */

const SUBPROTOCOL = "psicoia.v1+json";
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
const CONNECT_MS = 10_000;
/** After so long without a frame a ping is sent; after as long again the connection counts as dead. */
const SILENCE_MS = 20_000;
/** How soon a connection that may have slept must answer. */
const WAKE_MS = 4_000;

export class Wire {
  #url;
  #events;
  #socket = null;
  #timer = 0;
  #watch = 0;
  #failures = 0;
  #earliest = 0;

  /**
   * @param {string} url
   * @param {{hello: () => object, frame: (frame: object) => void,
   *          status: (status: "connecting" | "online" | "offline") => void}} events
   */
  constructor(url, events) {
    this.#url = url;
    this.#events = events;
  }

  /** Connect now, unless a connection is up or under way. */
  connect() {
    if (this.#socket) return;
    clearTimeout(this.#timer);
    this.#events.status("connecting");
    const socket = new WebSocket(this.#url, [SUBPROTOCOL]);
    this.#socket = socket;
    this.#expect(CONNECT_MS, () => this.#drop());
    socket.onopen = () => {
      this.send(this.#events.hello());
      this.#listen();
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = () => this.#drop();
  }

  /** Send `frame` if the connection is up; what must not be lost is sent again by its owner. */
  send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** The network is back or the page is looked at again: try at once, and doubt a connection that slept. */
  wake() {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#probe(WAKE_MS);
    else if (performance.now() >= this.#earliest) this.connect();
  }

  #receive(data) {
    let frame;
    try {
      frame = JSON.parse(data);
    } catch {
      return; // a line of text mode: not ours
    }
    this.#listen();
    if (frame.type === "welcome") {
      this.#failures = 0;
      this.#earliest = 0;
      this.#events.status("online");
    } else if (frame.type === "reconnect") {
      this.#drop(Math.max(0, Number(frame.after_ms) || 0));
      return;
    } else if (frame.type === "error" && !frame.id && frame.retry_after) {
      this.#earliest = performance.now() + frame.retry_after * 1000;
    }
    this.#events.frame(frame);
  }

  #listen() {
    this.#expect(SILENCE_MS, () => this.#probe(SILENCE_MS));
  }

  #probe(ms) {
    this.send({ type: "ping" });
    this.#expect(ms, () => this.#drop());
  }

  #expect(ms, otherwise) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(otherwise, ms);
  }

  /** Let go of the connection and come back in `ms`, or after the back-off. */
  #drop(ms = this.#delay()) {
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = null;
    clearTimeout(this.#watch);
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    this.#events.status("offline");
    this.#timer = setTimeout(() => this.connect(), ms);
  }

  #delay() {
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#failures++);
    const jittered = ceiling * (0.3 + 0.7 * Math.random());
    return Math.max(jittered, this.#earliest - performance.now());
  }
}
