// The page's own texts, as the program's catalogue has them.

let strings = {};
export let language = "sv";
let zone;

/** Let clocks be those of the group. */
export function setZone(wanted) {
  zone = wanted;
}

/** Fetch the texts of a language and put them where the page asks for them. */
export async function speak(wanted) {
  const answer = await fetch(`words/${wanted}`);
  strings = await answer.json();
  language = wanted;
  document.documentElement.lang = wanted;
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = t(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", t(element.dataset.label));
}

/** Give a text with its placeholders filled. */
export function t(key, values = {}) {
  return (strings[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Give the time of day of a moment. */
export function clock(moment) {
  const said = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(moment);
  return language === "sv" ? said.replace(":", ".") : said;
}

/** Give the date of a moment where the group is: 2026-03-23. */
export function date(moment) {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone }).format(moment);
}

/** Give a day in words, today and yesterday by name. */
export function day(moment) {
  const ago = Math.round((Date.parse(date(new Date())) - Date.parse(date(moment))) / 86_400_000);
  if (ago === 0) return t("today");
  if (ago === 1) return t("yesterday");
  const form = new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: zone });
  const said = form.format(moment);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
