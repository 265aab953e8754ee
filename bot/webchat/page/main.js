// The page: who one is, in which group, what one looks at; and what arrives, given to those who draw it.

import { Channel } from "./channel.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { Coordinator } from "./coordinator.js";
import { h, iconButton } from "./dom.js";
import { Minutes } from "./minutes.js";
import { Panel } from "./panel.js";
import { closeSheet, confirmed } from "./sheet.js";
import { language, setZone, speak, t } from "./words.js";

const at = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 60rem)");

const app = {
  me: { account: "", leads: false },
  group: "",
  groups: [],
  direct: false,
  channelName: "",
  seq: 0,
  unread: { channel: 0, direct: 0 },

  /** Send something that must arrive. */
  deliver: (frame) => {
    const key = connection.deliver(frame);
    // Only what has to wait is shown as waiting: the rest is there before one has looked.
    setTimeout(() => { if (connection.waiting.has(key)) channel.draw(app.direct, true); }, 600);
    return key;
  },
  /** What is sent and not yet taken, by key. */
  waiting: () => connection.waiting,
  /** Ask for something to be shown. */
  ask: (frame) => connection.ask(frame),
  /** Say to the bot, privately, what a button stands for; `thread` is the message it is about. */
  press: (text, thread) => connection.deliver({ type: "write", text, private: true, ...(thread ? { thread } : {}) }),
  /** The same from the panel, where it is this group that is meant. */
  say: (text) => connection.deliver({ type: "write", text, private: true, panel: true }),
  announce: (text) => announce(text),
  redraw: () => channel.draw(app.direct),
  warn: (text) => toast(text, "warning"),
  remove: async (message) => {
    if (await confirmed(t("confirm_delete"), Channel.words(message).slice(0, 160), t("delete"))) app.deliver({ type: "delete", id: message.id });
  },
  latestOwn: () => [...channel.messages.values()]
    .filter((one) => one.direct === app.direct && one.author === app.me.account && !one.deleted && !one.stopped)
    .sort((a, b) => b.place - a.place)[0],
};

const connection = new Connection(take, state);
const channel = new Channel(app);
app.compose = new Composer(app);
const panel = new Panel(app);
const coordinator = new Coordinator(app);
const minutes = new Minutes(app);
app.minutes = minutes;
app.coordinator = coordinator;

// ------------------------------------------------------------------------------------------------ what arrives

function take(frame) {
  switch (frame.type) {
    case "welcome":
      if (frame.whole) channel.clear();
      for (const message of frame.messages) channel.put(message);
      app.seq = frame.seq;
      app.compose.commands = frame.commands;
      channel.draw(app.direct, frame.whole);
      break;
    case "message":
      arrive(frame.message);
      break;
    case "panel":
      app.me = frame.panel.me;
      panel.draw(frame.panel);
      coordinator.draw(frame.panel);
      break;
    case "captured":
      channel.captured.set(frame.id, frame);
      app.redraw();
      break;
    case "draft":
      coordinator.showDraft(frame.draft);
      break;
    case "figures":
      coordinator.showFigures(frame.figures);
      break;
    case "minutes":
      minutes.show(frame);
      break;
    case "ack":
      coordinator.saved(frame);
      app.redraw();
      break;
    case "error":
      app.compose.back(frame.frame);
      app.redraw();
      toast(frame.text, "warning");
      break;
    default:
  }
}

function arrive(message) {
  const known = channel.messages.has(message.id);
  channel.put(message);
  app.seq = Math.max(app.seq, message.seq);
  channel.draw(app.direct, message.author === app.me.account && !known && message.direct === app.direct);
  if (known || message.author === app.me.account) return;
  const seen = message.direct === app.direct && document.body.dataset.view !== "meeting";
  const said = `${message.author ?? t("bot")}: ${Channel.words(message)}`;
  if (!seen) count(message.direct ? "direct" : "channel", 1);
  if (message.private && message.author === null && !seen) toast(Channel.words(message), "private", message);
  else announce(said);
}

function announce(text) {
  const line = h("span", {}, text.slice(0, 400));
  at("said").append(line);
  setTimeout(() => line.remove(), 8_000);
}

function toast(text, kind, message) {
  const shown = h("div", { class: `toast ${kind}` },
    h("p", {}, kind === "private" ? h("strong", {}, `${t("bot")}, ${t("only_you").toLocaleLowerCase()}: `) : null, text.length > 180 ? `${text.slice(0, 180)}…` : text),
    message ? h("button", { type: "button", onclick: () => { shown.remove(); look(message.direct ? "direct" : "channel"); document.getElementById(`m-${message.id}`)?.scrollIntoView({ block: "center" }); } }, t("direct")) : null,
    iconButton("close", t("close"), () => shown.remove()));
  if (message && !message.direct) shown.children[1].textContent = t("channel");
  at("toasts").append(shown);
  while (at("toasts").children.length > 2) at("toasts").firstChild.remove();
  setTimeout(() => { if (!shown.matches(":hover, :focus-within")) shown.remove(); }, kind === "private" ? 15_000 : 10_000);
}

function state(what, back = false, text = "") {
  const line = at("connection");
  line.dataset.state = what;
  if (what === "open") line.textContent = back ? t("connected") : "";
  else if (what === "outdated") {
    line.replaceChildren(text, h("button", { type: "button", class: "primary", onclick: () => location.reload() }, t("reload")));
  } else line.textContent = t(what === "lost" ? "reconnecting" : "connecting");
  if (what === "open" && back) setTimeout(() => { if (line.dataset.state === "open") line.textContent = ""; }, 3_000);
}

// ------------------------------------------------------------------------------------------- who, where, which

function sit(group, account) {
  app.group = group.id;
  setZone(group.timezone);
  app.channelName = group.channel;
  app.me = { account, leads: false };
  app.seq = 0;
  app.unread = { channel: 0, direct: 0 };
  channel.clear();
  closeSheet();
  at("toasts").replaceChildren();
  sessionStorage.setItem("mysam.seat", JSON.stringify({ group: group.id, account }));
  history.replaceState(null, "", `#${new URLSearchParams({ group: group.id, you: account })}`);
  connection.sit(() => ({
    type: "hello", group: app.group, account: app.me.account, since: app.seq,
    version: document.documentElement.dataset.version, language,
  }), `mysam.waiting.${group.id}.${account}`);
  look(app.direct ? "direct" : "channel");
}

function look(view) {
  document.body.dataset.view = view;
  if (view !== "meeting") {
    app.direct = view === "direct";
    const heading = app.direct ? t("direct") : app.channelName;
    at("talk-title").textContent = heading;
    at("talk-about").textContent = app.direct ? t("only_you") : t("demo");
    app.compose.restore();
    channel.draw(app.direct, true);
    count(view, 0);
  }
  for (const button of document.querySelectorAll(".views button")) {
    button.setAttribute("aria-current", String(button.dataset.view === view || (!narrow.matches && button.dataset.view === (app.direct ? "direct" : "channel"))));
  }
}

function count(view, more) {
  app.unread[view] = more ? app.unread[view] + more : 0;
  const badge = at(`unread-${view}`);
  badge.replaceChildren(...(app.unread[view] ? [h("span", { "aria-hidden": "true" }, app.unread[view]), h("span", { class: "hidden" }, t("unread", { n: app.unread[view] }))] : []));
}

function offerPeople(group, account) {
  const parties = new Map();
  for (const person of group.people) parties.set(person.organisation, [...(parties.get(person.organisation) ?? []), person]);
  at("you").replaceChildren(...[...parties].map(([party, people]) => h("optgroup", { label: party || "–" },
    people.map((person) => h("option", { value: person.account, selected: person.account === account },
      [person.name, person.role].filter(Boolean).join(", ") + (person.leads ? ` (${t("leads")})` : ""))))));
  at("you").value = account;
}

function choose(id, wanted) {
  const group = app.groups.find((one) => one.id === id) ?? app.groups[0];
  if (!group) return;
  const person = group.people.find((one) => one.account === wanted) ?? group.people.find((one) => one.leads) ?? group.people[0];
  at("group").replaceChildren(...app.groups.map((one) => h("option", { value: one.id }, one.name)));
  at("group").value = group.id;
  offerPeople(group, person.account);
  sit(group, person.account);
}

async function talkIn(wanted) {
  await speak(wanted);
  at("language").value = wanted;
}

function paint(theme) {
  document.documentElement.dataset.theme = theme;
  at("theme").value = theme;
}

async function begin() {
  paint(localStorage.getItem("mysam.theme") ?? "auto");
  const asked = new URLSearchParams(location.hash.slice(1));
  const seat = JSON.parse(sessionStorage.getItem("mysam.seat") ?? "{}");
  app.groups = await (await fetch("groups")).json();
  const group = app.groups.find((one) => one.id === (asked.get("group") ?? seat.group)) ?? app.groups[0];
  await talkIn(asked.get("language") ?? localStorage.getItem("mysam.language") ?? group?.language ?? "sv");
  choose(group?.id, asked.get("you") ?? seat.account);
  document.body.dataset.ready = "true";
}

at("you").addEventListener("change", () => choose(app.group, at("you").value));
at("group").addEventListener("change", () => choose(at("group").value));
at("language").addEventListener("change", async () => {
  localStorage.setItem("mysam.language", at("language").value);
  await talkIn(at("language").value);
  panel.forget();
  choose(app.group, app.me.account);
});
addEventListener("click", (event) => { if (!at("settings").contains(event.target)) at("settings").open = false; });
at("settings").addEventListener("keydown", (event) => { if (event.key === "Escape") { at("settings").open = false; at("settings").querySelector("summary").focus(); } });
at("theme").addEventListener("change", () => {
  localStorage.setItem("mysam.theme", at("theme").value);
  paint(at("theme").value);
});
for (const button of document.querySelectorAll(".views button")) button.addEventListener("click", () => look(button.dataset.view));
narrow.addEventListener("change", () => look(!narrow.matches && document.body.dataset.view === "meeting" ? "channel" : document.body.dataset.view));
begin();
