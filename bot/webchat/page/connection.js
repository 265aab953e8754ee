// The line to the program: comes back by itself, goes on from what was last seen, and forgets nothing unsent.

const SHORTEST = 400;
const LONGEST = 3_000;

/** A line that is kept open. `told` gets every frame, `changed` each state: connecting, open, lost, outdated. */
export class Connection {
  constructor(told, changed) {
    this.told = told;
    this.changed = changed;
    this.hello = null;
    this.socket = null;
    this.tries = 0;
    this.timer = 0;
    this.seated = false;
    this.waiting = new Map();
    addEventListener("online", () => this.again(0));
  }

  /** Sit down, or sit down elsewhere; `hello` makes the greeting, anew each time. */
  sit(hello, storage) {
    this.hello = hello;
    this.storage = storage;
    this.seated = false;
    this.waiting = new Map(JSON.parse(sessionStorage.getItem(storage) ?? "[]"));
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(hello()));
    else this.again(0);
  }

  /** Send what must arrive: it is kept, also over a reload, until the program says that it has it. */
  deliver(frame) {
    const key = crypto.randomUUID();
    const kept = { ...frame, key };
    this.waiting.set(key, kept);
    this.keep();
    if (this.seated) this.socket.send(JSON.stringify(kept));
    return key;
  }

  /** Ask for something that can be asked again. */
  ask(frame) {
    if (this.seated) this.socket.send(JSON.stringify(frame));
  }

  /** Take away what was kept for sending. */
  drop(key) {
    const frame = this.waiting.get(key);
    this.waiting.delete(key);
    this.keep();
    return frame;
  }

  keep() {
    sessionStorage.setItem(this.storage, JSON.stringify([...this.waiting]));
  }

  again(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), delay);
  }

  open() {
    if (!this.hello || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return;
    this.changed(this.tries ? "lost" : "connecting");
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/socket`);
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.hello()));
    socket.onmessage = (event) => this.take(JSON.parse(event.data));
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.seated = false;
      if (this.outdated) return;
      this.changed("lost");
      this.tries += 1;
      this.again(Math.min(LONGEST, SHORTEST * 2 ** Math.min(this.tries, 5)) * (0.7 + Math.random() * 0.6));
    };
  }

  take(frame) {
    if (frame.type === "welcome") {
      this.seated = true;
      this.changed("open", this.tries > 0);
      this.tries = 0;
      this.told(frame);
      for (const kept of this.waiting.values()) this.socket.send(JSON.stringify(kept));
      return;
    }
    // What was on its way to whoever sat here before is not for the one who sits here now.
    if (!this.seated && frame.type !== "error") return;
    if (frame.type === "ack") {
      this.told({ ...frame, frame: this.drop(frame.key) });
      return;
    }
    if (frame.type === "error") {
      if (frame.code === "outdated") {
        this.outdated = true;
        this.changed("outdated", false, frame.text);
        return;
      }
      this.told({ ...frame, frame: frame.key ? this.drop(frame.key) : undefined });
      return;
    }
    this.told(frame);
  }
}
