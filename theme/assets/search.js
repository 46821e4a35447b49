// Searches the index in search/<language>/. It lies in pieces, so that a query loads only those its words fall into;
// site_plugins/outputs/search.py tells how they are made, search_words.py spells words the same way.
(() => {
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const input = form.querySelector("input[type=search]");
  const state = form.querySelector("[role=status]");
  const list = document.querySelector("[data-results]");
  const more = document.querySelector("[data-more]");
  const index = new URL(form.dataset.index, document.baseURI);
  const root = new URL("../../", index);
  const SHOWN = 20;
  const MAX_PIECES = 6; // of a beginning so short that its words fill more of them, these are enough while somebody types
  const EXACT = 1, STEM = 0.95, BEGINNING = 0.45, STOP_WORD = 0.1;
  const SHORTEST = 4; // letters of a Russian stem; a word of a shorter one is looked for as it is

  // --- Files of the index, each asked for once

  const asked = new Map();
  const get = (name, options) => {
    const answer = fetch(new URL(name, index), options).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.json();
    });
    answer.catch(() => asked.delete(name));
    return answer;
  };
  const load = (name, options) => asked.get(name) ?? asked.set(name, get(name, options)).get(name);
  const meta = () => load("meta.json", { cache: "no-cache" });
  const file = async (name) => load(`${(await meta()).version}/${name}.json`);

  // --- Words

  const SYLLABIC = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af";
  const WORD = new RegExp(`[${SYLLABIC}]+|(?:(?![${SYLLABIC}])[\\p{L}\\p{N}])+`, "gu");
  const RUN = new RegExp(`^[${SYLLABIC}]{2,}$`);
  const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
  const fold = (text) =>
    text.toLowerCase().normalize("NFKD").replaceAll("и\u0306", "й").replace(/[\u0300-\u036f\u00ad]/g, "")
      .replace(/[łøđßæœı]/g, (letter) => LETTERS[letter]).normalize("NFC");
  const split = (text) => fold(text).match(WORD) ?? [];
  const isRussian = (word) => /^[а-я]+$/.test(word);
  const stem = (word) => {
    if (isRussian(word)) {
      const found = lunr.ru.stemmer(word);
      return found.length < SHORTEST ? word : found;
    }
    if (/^[a-z]{3,}$/.test(word)) return lunr.stemmer({ update: (stemmed) => stemmed(word) }).replace(/[iy]$/, "");
    return word;
  };
  window.spelledForSearch = (text) => split(text).map((word) => [word, stem(word)]); // what the test compares with search_words.py
  const isStopWord = (word) => !lunr.ru.stopWordFilter(word) || !lunr.stopWordFilter(word);

  const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.", RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю";
  const LATIN_SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
  const retype = (text, from, to) => [...text].map((key) => (from.includes(key) ? to[from.indexOf(key)] : key)).join("");
  const otherLayouts = (text) => [
    retype(retype(text, LATIN, RUSSIAN), LATIN_SHIFTED, RUSSIAN.toUpperCase()),
    retype(retype(text, RUSSIAN, LATIN), RUSSIAN.toUpperCase(), LATIN_SHIFTED),
  ].filter((other) => other !== text);

  // --- Pages that have a word: number -> score

  // The terms of a stretch of the alphabet, from whichever pieces hold it.
  const terms = async (first, last = first) => {
    const { pieces } = await meta();
    const numbers = pieces.flatMap((start, number) => (start <= last && !(pieces[number + 1] <= first) ? [number] : []));
    return Object.assign({}, ...(await Promise.all(numbers.slice(0, MAX_PIECES).map((number) => file(`terms-${number}`)))));
  };

  const entryOf = async (term) => {
    const found = await terms(term);
    return Object.hasOwn(found, term) ? found[term] : [];
  };
  const pagesOf = (entry) => entry.filter((part) => typeof part[0] === "number");

  const lookUp = async (word, unfinished) => {
    const base = stem(word);
    const found = new Map();
    const add = (entry, share) => {
      for (const [weight, ...steps] of pagesOf(entry)) {
        let page = 0;
        for (const step of steps) {
          page += step;
          found.set(page, Math.max(found.get(page) ?? 0, weight * share));
        }
      }
    };
    // From a stem to the dictionary forms whose form the word may be, so that every form finds the same; most stems are theirs.
    const ofBase = await entryOf(base);
    const lemmas = ofBase.find((part) => Array.isArray(part) && typeof part[0] === "string") ?? [base];
    const entries = await Promise.all(lemmas.map(entryOf));
    entries.forEach((entry, place) => add(entry, lemmas[place] === word ? EXACT : STEM));
    add(await entryOf(word), EXACT);
    const beginnings = isRussian(base) && ofBase.length ? lemmas : [word];
    for (const start of word.length > 1 && (unfinished || !found.size) ? beginnings : []) {
      const around = await terms(start, `${start}\uffff`);
      for (const term of Object.keys(around)) if (term.startsWith(start)) add(around[term], BEGINNING);
    }
    return found;
  };

  // Every word must be there, but for stop words, or as many as any page has; the last may be a beginning, for it may still be being typed.
  const search = async (words, all = true) => {
    const needed = words.filter((word) => !isStopWord(word));
    const found = await Promise.all(words.map((word, place) => lookUp(word, place === words.length - 1)));
    const shares = words.map((word) => (!needed.length || needed.includes(word) ? 1 : STOP_WORD));
    const must = found.filter((_, place) => shares[place] === 1);
    if (!must.length) return [];
    const known = [...new Set(must.flatMap((pagesOfWord) => [...pagesOfWord.keys()]))];
    const wordsOn = new Map(known.map((page) => [page, must.filter((pagesOfWord) => pagesOfWord.has(page)).length]));
    const least = all ? must.length : Math.max(...wordsOn.values());
    const pages = known.filter((page) => wordsOn.get(page) === least);
    // Roots, so that two words of one name count more than one word of a name and one of a text.
    const scoreOf = (page) => found.reduce((sum, pagesOfWord, place) => sum + shares[place] * Math.sqrt(pagesOfWord.get(page) ?? 0), 0);
    const score = new Map(pages.map((page) => [page, scoreOf(page)]));
    return pages.sort((one, other) => score.get(other) - score.get(one) || one - other);
  };

  // --- Misspelt words

  const mistakes = (word) => (word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0);

  // Letters added, lost, changed or swapped with a neighbour (Damerau-Levenshtein, optimal string alignment).
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row++) {
      const line = [row];
      for (let column = 1; column <= other.length; column++) {
        const changed = last[column - 1] + (one[row - 1] !== other[column - 1]);
        line[column] = Math.min(line[column - 1] + 1, last[column] + 1, changed);
        const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        if (swapped) line[column] = Math.min(line[column], before[column - 2] + 1);
      }
      [before, last] = [last, line];
    }
    return last[other.length];
  };
  const unlikeness = (word, other) => {
    const base = stem(word), most = mistakes(word), mostOfBase = mistakes(base);
    const byForm = distance(word, other, most), byBase = distance(base, stem(other), mostOfBase);
    return Math.min(byForm <= most ? byForm : Infinity, mostOfBase && byBase <= mostOfBase ? byBase : Infinity);
  };
  const nearest = (word, candidates) =>
    candidates.map((shown) => [unlikeness(word, fold(shown)), shown]).filter(([far]) => far < Infinity)
      .sort(([one], [other]) => one - other).map(([, shown]) => shown).slice(0, 5);

  const nearNames = async (word) => {
    const { names } = await meta();
    const alphabet = /^[а-я]/.test(word) ? "c" : "l", most = mistakes(word);
    const lengths = names.filter((key) => key[0] === alphabet).map((key) => Number(key.slice(1)));
    const wanted = lengths.filter((length) => length >= Math.min(stem(word).length, 16) - most && length <= word.length + most);
    return nearest(word, (await Promise.all(wanted.map((length) => file(`names-${alphabet}${length}`)))).flat());
  };
  const nearWords = async (word) => {
    const near = await terms(word.slice(0, 3), `${word.slice(0, 3)}\uffff`);
    const words = Object.entries(near).filter(([, entry]) => pagesOf(entry).length);
    return nearest(word, words.map(([term, [shown]]) => (typeof shown === "string" ? shown : term)));
  };

  const correct = async (words) => {
    const known = await Promise.all(words.map(async (word, place) => isStopWord(word) || (await lookUp(word, place === words.length - 1)).size > 0));
    for (const near of [nearNames, nearWords]) {
      const choices = await Promise.all(words.map((word, place) => (known[place] ? [word] : mistakes(word) ? near(word) : [])));
      if (known.every(Boolean) || choices.some((choice) => !choice.length)) continue;
      for (let turn = 0; turn < Math.max(...choices.map((choice) => choice.length)); turn++) {
        const said = choices.map((choice) => choice[Math.min(turn, choice.length - 1)]);
        const pages = await search(said.flatMap(split));
        if (pages.length) return { pages, readAs: said.join(" ") };
      }
    }
    return { pages: [] };
  };

  // --- From a query to pages: as typed, then run by character, then as typed on the other layout, then with mistakes mended,
  // then those with some of the words

  const find = async (query) => {
    const words = split(query);
    let pages = await search(words);
    if (pages.length || !words.length) return { pages };
    if (words.some((word) => RUN.test(word))) pages = await search(words.flatMap((word) => (RUN.test(word) ? [...word] : [word])));
    if (pages.length) return { pages };
    for (const readAs of otherLayouts(query)) {
      pages = await search(split(readAs));
      if (pages.length) return { pages, readAs };
    }
    const mended = await correct(words);
    return mended.pages.length ? mended : { pages: await search(words, false), partly: true };
  };

  const card = async (page) => {
    const { block } = await meta();
    const [title, kind, text, address] = (await file(`cards-${Math.floor(page / block)}`))[page % block];
    const item = document.createElement("li"), link = item.appendChild(document.createElement("a"));
    link.href = new URL(address, root);
    link.appendChild(document.createElement("b")).textContent = title;
    for (const [name, words] of [["kind", kind], ["text", text]]) {
      if (!words) continue;
      const part = document.createElement("span");
      part.className = name;
      part.textContent = words;
      item.append(" ", part);
    }
    return item;
  };

  let latest = 0, rest = [];
  const show = async (query) => {
    const number = ++latest;
    const { pages, readAs, partly } = query.trim() ? await find(query) : { pages: [] };
    const items = await Promise.all(pages.slice(0, SHOWN).map(card));
    if (number !== latest) return;
    list.replaceChildren(...items);
    rest = pages.slice(SHOWN);
    more.hidden = !rest.length;
    const { found, none, readAs: searched } = form.dataset;
    const counted = pages.length ? found.replace("{count}", () => pages.length) : query.trim() ? none : "";
    const how = readAs ? searched.replace("{query}", () => readAs) : partly && pages.length ? form.dataset.partly : "";
    state.textContent = `${how} ${counted}`.trim();
  };
  const failed = () => { state.textContent = form.dataset.failed; };

  const run = () => {
    const address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
    const shown = show(input.value), number = latest;
    shown.catch(() => {
      if (number !== latest) return;
      list.replaceChildren();
      more.hidden = true;
      failed();
    });
  };
  let timer;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 150); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
  more.addEventListener("click", async () => {
    const number = latest;
    const items = await Promise.all(rest.slice(0, SHOWN).map(card)).catch(failed);
    if (!items || number !== latest) return;
    rest = rest.slice(SHOWN);
    more.hidden = !rest.length;
    list.append(...items);
    items[0].firstChild.focus();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) run();
})();
