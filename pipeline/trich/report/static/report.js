"use strict";
// The pages read without this script; it adds the language switch, filters, the way from a
// row to its words and back, and the search.  Text from the data only ever becomes textContent.
const trich = (() => {
  const root = document.documentElement.dataset.root;
  const remembered = () => { try { return localStorage.getItem("trich-language"); } catch { return null; } };
  let language = remembered() || (navigator.language.startsWith("vi") ? "vi" : "en");
  const say = (key) => (trichWords[key] || {})[language] || key;

  function translate() {
    document.documentElement.lang = language;
    for (const e of document.querySelectorAll("[data-t]")) e.textContent = say(e.dataset.t);
    for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", say(e.dataset.label));
  }

  function languageSwitch() {
    const button = document.getElementById("language");
    button.hidden = false;
    button.addEventListener("click", () => {
      language = language === "vi" ? "en" : "vi";
      try { localStorage.setItem("trich-language", language); } catch { /* private window */ }
      translate();
    });
  }

  // A word is found whatever its tone marks.
  const fold = (text) => text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");

  function tableFilters() {
    for (const input of document.querySelectorAll("[data-filter]")) {
      input.parentElement.hidden = false;
      const rows = [...document.getElementById(input.dataset.filter).tBodies[0].rows];
      const texts = rows.map((row) => fold(row.textContent));
      input.addEventListener("input", () => {
        const words = fold(input.value).split(/\s+/);
        rows.forEach((row, i) => { row.hidden = !words.every((word) => texts[i].includes(word)); });
      });
    }
  }

  function kindFilter(reading) {
    const box = document.querySelector(".kinds");
    box.hidden = false;
    box.addEventListener("change", (event) => {
      const { kind } = event.target.dataset;
      if (kind) reading.classList.toggle(`no-${kind}`, !event.target.checked);
    });
  }

  // #person-274: all pieces of that record, and its row.
  function show(reading) {
    for (const e of reading.querySelectorAll("mark.on")) e.classList.remove("on");
    for (const e of reading.querySelectorAll("tr[aria-current]")) e.removeAttribute("aria-current");
    const name = decodeURIComponent(location.hash.slice(1));
    const row = name && document.getElementById(`row-${name}`);
    const first = name && document.getElementById(name);
    if (!row || !first) return;
    for (const e of reading.querySelectorAll("mark")) e.classList.toggle("on", e.dataset.r === name);
    row.setAttribute("aria-current", "true");
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
    document.getElementById("said").textContent = row.innerText.replace(/\s+/g, " ");
  }

  function article(reading) {
    kindFilter(reading);
    addEventListener("hashchange", () => show(reading));
    reading.querySelector(".text").addEventListener("click", (event) => {
      const mark = event.target.closest("mark");
      if (!mark || getSelection().toString()) return;
      const row = document.getElementById(`row-${mark.dataset.r}`);
      if (location.hash === `#${mark.dataset.r}`) show(reading);
      else location.hash = mark.dataset.r;
      const box = row.closest(".found");
      if (box.scrollHeight > box.clientHeight) box.scrollTop = row.offsetTop - box.clientHeight / 3;
      row.querySelector("details").open = true;
    });
    show(reading);
  }

  // Scripts that hand over a part of the index: see take().
  const parts = new Map();
  const waiting = new Map();
  function load(kind, name) {
    const key = `${kind}-${name}`;
    if (kind === "words" && !trichPrefixes.includes(name)) return Promise.resolve({});
    if (parts.has(key)) return Promise.resolve(parts.get(key));
    if (!waiting.has(key)) {
      waiting.set(key, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = `${root}search/${kind === "words" ? "w" : kind}-${name}.js`;
        script.onload = () => resolve(parts.get(key) || {});
        script.onerror = () => { parts.set(key, {}); resolve({}); };
        document.head.append(script);
      }));
    }
    return waiting.get(key);
  }
  const take = (kind, name, value) => parts.set(`${kind}-${name}`, value);

  function unpacked(list) {
    let n = 0;
    return list ? list.split(",").map((d) => (n += parseInt(d, 36))) : [];
  }

  // For each item how many of the words name it, or null where a word is in neither name nor text.
  async function matches(words) {
    let scores = null;
    for (const [i, word] of words.entries()) {
      const table = await load("words", word.slice(0, 2));
      const last = i === words.length - 1;
      const fitting = Object.keys(table).filter((w) => w === word || (last && w.startsWith(word)));
      const here = new Map();
      for (const w of fitting) {
        const whole = w === word ? 1 : 0.5;
        for (const n of unpacked(table[w][1])) if (!here.has(n)) here.set(n, 0.01 * whole);
        for (const n of unpacked(table[w][0])) here.set(n, Math.max(here.get(n) || 0, whole));
      }
      scores = scores === null ? here
        : new Map([...scores].filter(([n]) => here.has(n)).map(([n, s]) => [n, s + here.get(n)]));
    }
    return scores || new Map();
  }

  const WEIGHED = 400; // matches whose names are compared with what was typed
  const SHOWN = 100;
  async function search(text) {
    const words = fold(text).match(/[0-9a-z]+/g) || [];
    if (!words.length) return { total: 0, hits: [] };
    const scores = await matches(words);
    const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const hits = [];
    for (const [n, score] of ranked.slice(0, WEIGHED)) {
      const [kind, label, url, note] = (await load("items", Math.floor(n / trichItems)))[n % trichItems];
      // As typed, with its tone marks, before what only looks alike; of those the shortest.
      const [name, typed] = [label.toLowerCase(), text.trim().toLowerCase()];
      const exact = name === typed ? 2 : name.includes(typed) ? 1 : fold(name) === fold(typed) ? 0.5 : 0;
      hits.push({ kind, label, url, note, rank: score + exact - Math.min(label.length, 400) / 1000 });
    }
    hits.sort((a, b) => b.rank - a.rank);
    return { total: scores.size, hits: hits.slice(0, SHOWN) };
  }

  function searchPage(form) {
    const input = document.getElementById("q");
    const list = document.getElementById("hits");
    const said = document.getElementById("search-said");
    let turn = 0;
    async function run() {
      const mine = ++turn;
      said.textContent = input.value.trim() ? say("searching") : "";
      const { total, hits } = await search(input.value);
      if (mine !== turn) return;
      list.replaceChildren(...hits.map(({ kind, label, url, note }) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = root + url;
        link.textContent = label;
        const tag = document.createElement("span");
        tag.className = `tag k-${kind}`;
        tag.textContent = say(kind);
        item.append(tag, " ", link, note ? ` · ${note}` : "");
        return item;
      }));
      if (input.value.trim()) said.textContent = total ? `${say("results")}: ${total}` : say("none-found");
      history.replaceState(null, "", `#${encodeURIComponent(input.value)}`);
    }
    form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
    input.addEventListener("input", run);
    input.value = decodeURIComponent(location.hash.slice(1));
    input.focus();
    if (input.value) run();
  }

  function start() {
    translate();
    languageSwitch();
    tableFilters();
    const reading = document.getElementById("reading");
    if (reading) article(reading);
    const form = document.getElementById("search-form");
    if (form) searchPage(form);
  }
  document.addEventListener("DOMContentLoaded", start);
  return { take };
})();
