// Search in the browser: every word of the question must begin a word of what is found.
"use strict";
(() => {
  const form = document.getElementById("search");
  const input = document.getElementById("q");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const SHOWN = 50;
  const MARKS = /\p{M}+/gu;
  const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
  let index = null;

  const fold = (text) => text.normalize("NFKD").replace(MARKS, "").replace(/['’]/g, "").toLowerCase();
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  // What turns the direction of writing is made visible, as on all pages.
  const shown = (text) => text.replace(TURNING, (sign) => `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

  function prepare(data) {
    return data.entries.map(([label, kind, paper, path, also = []]) => ({
      label, path, also, kind: data.kinds[kind][0], name: data.kinds[kind][1], paper: data.papers.length > 1 ? data.papers[paper] : "",
      folded: words(label).join(" "), own: words(label), others: also.map(words),
    }));
  }

  // The whole name weighs most, then its beginning, then words of it, then words of other forms; names go before texts.
  function score(entry, asked) {
    let sum = 20 * entry.name;
    for (const word of asked) {
      if (entry.own.includes(word)) sum += 8;
      else if (entry.own.some((own) => own.startsWith(word))) sum += 5;
      else if (entry.others.some((other) => other.some((own) => own.startsWith(word)))) sum += 2;
      else return 0;
    }
    const whole = asked.join(" ");
    if (entry.folded === whole) sum += 100;
    else if (entry.others.some((other) => other.join(" ") === whole)) sum += 60;
    else if (entry.folded.startsWith(whole)) sum += 30;
    else if (entry.folded.includes(whole)) sum += 10;
    return sum + 4 / (1 + entry.own.length);
  }

  function find(text) {
    const asked = words(text);
    if (!asked.length) return [];
    return index
      .map((entry, place) => ({ entry, place, score: score(entry, asked) }))
      .filter((hit) => hit.score > 0)
      .sort((one, other) => other.score - one.score || one.place - other.place)
      .map((hit) => hit.entry);
  }

  function item(entry) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.path;
    link.textContent = shown(entry.label);
    const kind = document.createElement("span");
    kind.className = "quiet";
    kind.textContent = shown([entry.kind, entry.paper].filter(Boolean).join(", "));
    line.append(link, " ", kind);
    if (entry.also.length) {
      const also = document.createElement("span");
      also.className = "also quiet";
      also.textContent = shown(entry.also.join("; "));
      line.append(also);
    }
    return line;
  }

  function show() {
    const text = input.value;
    if (!index) return;
    const found = find(text);
    list.replaceChildren(...found.slice(0, SHOWN).map(item));
    list.hidden = !found.length;
    const many = found.length === 1 ? "1 result" : `${found.length} results`;
    if (!words(text).length) status.textContent = "";
    else if (!found.length) status.textContent = "Nothing found. Fewer words, or the beginning of a word, find more.";
    else status.textContent = found.length > SHOWN ? `${many}, the first ${SHOWN} shown` : many;
  }

  function remember() {
    const address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  // Arrow keys go from the field through the results and back, Escape leads to the field.
  function move(event) {
    const stops = [input, ...list.querySelectorAll("a")];
    const here = stops.indexOf(document.activeElement);
    if (event.key === "Escape" && here > 0) input.focus();
    else if (event.key === "ArrowDown" && here >= 0 && here + 1 < stops.length) stops[here + 1].focus();
    else if (event.key === "ArrowUp" && here > 0) stops[here - 1].focus();
    else return;
    event.preventDefault();
  }

  form.hidden = false;
  input.value = new URL(location.href).searchParams.get("q") || "";
  form.addEventListener("submit", (event) => { event.preventDefault(); remember(); show(); });
  input.addEventListener("input", () => { remember(); show(); });
  document.addEventListener("keydown", move);
  addEventListener("popstate", () => { input.value = new URL(location.href).searchParams.get("q") || ""; show(); });
  status.textContent = "Loading the index.";
  fetch(form.dataset.index)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then((data) => { index = prepare(data); status.textContent = ""; show(); })
    .catch(() => { status.textContent = "The index cannot be loaded here; the register below lists all names."; });
})();
