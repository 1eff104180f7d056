// Search within this site. It reads the index beside this page and nothing from anywhere else. What a reader types
// and what the index holds is put into the page as text, never as markup.
'use strict';

(() => {
  const form = document.getElementById('seek');
  if (!form) return;
  const field = document.getElementById('seek-words');
  const filters = document.getElementById('seek-filters');
  const says = document.getElementById('seek-says');
  const results = document.getElementById('seek-results');
  const more = document.getElementById('seek-more');
  const root = form.dataset.root;
  const NAMES = ['kind', 'body', 'standing', 'year'];
  const SHOWN = 10;
  const MOST_WORDS = 12;
  // A beginning that leads to more files than this is too short to be looked up.
  const MOST_FILES = 4;

  // Words, as src/seek/fold.rs has them.

  const PLAIN = { 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ł': 'l', 'ı': 'i', 'ς': 'σ', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th' };

  function wordsOf(text) {
    const folded = text
      .replace(/([0-9])[,\u00a0\u202f\u2009\u2007](?=[0-9]{3}(?![0-9]))/g, '$1')
      .normalize('NFKD')
      .replace(/[\p{M}'’‘ʼ`\u00ad\u200b\u200c\u200d\u2060\ufeff]/gu, '')
      .toLowerCase()
      .replace(/[øđðłıςßæœþ]/g, (letter) => PLAIN[letter]);
    const found = folded.match(/(?:[\p{Alphabetic}\p{N}]|(?<=[0-9])\.(?=[0-9]))+/gu) ?? [];
    return found.map((word) => [...word].slice(0, 64).join(''));
  }

  // Lists of entries are runs: start and end, start and end, ascending.

  function read(text) {
    const runs = [];
    let number = 0;
    let at = 0;
    let inside = false;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code < 97) {
        number = number * 26 + code - 65;
        continue;
      }
      number = number * 26 + code - 97;
      if (inside) {
        runs.push(at, at + number + 1);
        at += number + 1;
      } else {
        at += number;
      }
      inside = !inside;
      number = 0;
    }
    return runs;
  }

  function both(a, b) {
    const runs = [];
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      const from = Math.max(a[i], b[j]);
      const to = Math.min(a[i + 1], b[j + 1]);
      if (from < to) runs.push(from, to);
      if (a[i + 1] < b[j + 1]) i += 2;
      else j += 2;
    }
    return runs;
  }

  function either(lists) {
    const pairs = [];
    for (const list of lists) for (let i = 0; i < list.length; i += 2) pairs.push([list[i], list[i + 1]]);
    pairs.sort((a, b) => a[0] - b[0]);
    const runs = [];
    for (const [from, to] of pairs) {
      const last = runs.length - 1;
      if (last > 0 && from <= runs[last]) runs[last] = Math.max(runs[last], to);
      else runs.push(from, to);
    }
    return runs;
  }

  function without(a, b) {
    const runs = [];
    let j = 0;
    for (let i = 0; i < a.length; i += 2) {
      let from = a[i];
      while (j < b.length && b[j + 1] <= from) j += 2;
      for (let k = j; k < b.length && b[k] < a[i + 1]; k += 2) {
        if (from < b[k]) runs.push(from, b[k]);
        from = b[k + 1];
      }
      if (from < a[i + 1]) runs.push(from, a[i + 1]);
    }
    return runs;
  }

  function size(runs) {
    let sum = 0;
    for (let i = 0; i < runs.length; i += 2) sum += runs[i + 1] - runs[i];
    return sum;
  }

  // Files of the index, each asked for once.

  const asked = new Map();

  function load(name) {
    if (!asked.has(name)) {
      // The copy that the browser keeps is held against the server's, so that no two builds are mixed.
      const answer = fetch(new URL(`${root}search/${name}`, location.href), { cache: 'no-cache' }).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${name}`);
        return response.json();
      });
      answer.catch(() => asked.delete(name));
      asked.set(name, answer);
    }
    return asked.get(name);
  }

  /** The last of the ascending starts that is not after a value. */
  function fileOf(starts, value) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  async function groupsOf(index) {
    const files = await Promise.all(index.groups.map((_, file) => load(`groups/${file}.json`)));
    let start = 0;
    return files.flat().map(([count, kind, body, standing, disputed, from, to]) => {
      const group = { start, end: start + count, kind, body, standing, disputed, from, to };
      start = group.end;
      return group;
    });
  }

  /** The entries that have a word, and those that have one that begins so: in titles, labels, texts. */
  async function entriesWith(index, word) {
    const first = fileOf(index.words, word);
    const last = fileOf(index.words, `${word}\uffff`);
    const short = last - first >= MOST_FILES;
    const files = [];
    for (let file = first; file <= (short ? first : last); file += 1) files.push(load(`words/${file}.json`));
    const lines = (await Promise.all(files)).flat().filter((line) => (short ? line[0] === word : line[0].startsWith(word)));
    const same = lines.find((line) => line[0] === word) ?? [];
    const lists = [1, 2, 3].map((place) => either(lines.map((line) => read(line[place] ?? ''))));
    return { same: read(same[1] ?? ''), lists, short };
  }

  function joined(a, b) {
    return { same: either([a.same, b.same]), lists: a.lists.map((list, at) => either([list, b.lists[at]])), short: a.short };
  }

  /** What one part of the query finds: its words together, or the whole of it as a reference. */
  async function entriesFor(index, words) {
    const each = await Promise.all(words.map((word) => entriesWith(index, word)));
    const all = each.reduce((a, b) => ({
      same: both(a.same, b.same),
      // A place that the words share is the least of their places.
      lists: least(a.lists, b.lists),
      short: a.short || b.short,
    }));
    return words.length === 1 ? all : joined(all, await entriesWith(index, words.join('')));
  }

  function least(a, b) {
    const upTo = (lists, last) => either(lists.slice(0, last + 1));
    return [0, 1, 2].map((last) => both(upTo(a, last), upTo(b, last)));
  }

  /** What a query finds, best first: as many lists as there are ranks. */
  async function find(index, query) {
    const parts = query.split(/\s+/).map(wordsOf).filter((words) => words.length > 0).slice(0, MOST_WORDS);
    if (parts.length === 0) return { ranks: [[0, index.entries]], short: false };
    const each = await Promise.all(parts.map((words) => entriesFor(index, words)));
    const all = each.reduce((a, b) => ({ same: both(a.same, b.same), lists: least(a.lists, b.lists), short: a.short || b.short }));
    const ranks = [];
    let seen = [];
    for (const list of [all.same, ...all.lists]) {
      ranks.push(without(list, seen));
      seen = either([seen, list]);
    }
    return { ranks, short: all.short };
  }

  // Narrowing.

  function wanted() {
    return Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value]));
  }

  const TESTS = {
    kind: (index, group, value) => index.kinds[group.kind][0] === value,
    body: (index, group, value) => index.bodies[group.body] === value,
    standing: (index, group, value) => (value === 'disputed' ? group.disputed === 1 : index.standings[group.standing]?.[0] === value),
    year: (_, group, value) => group.from !== -1 && group.from <= Number(value) && Number(value) <= group.to,
  };

  /** How many of the results stand in each group. */
  function hitsIn(groups, runs) {
    const hits = new Array(groups.length).fill(0);
    for (let at = 0, i = 0; at < groups.length && i < runs.length;) {
      const { start, end } = groups[at];
      hits[at] += Math.max(0, Math.min(end, runs[i + 1]) - Math.max(start, runs[i]));
      if (end <= runs[i + 1]) at += 1;
      else i += 2;
    }
    return hits;
  }

  /** The values that a filter can take and how many results each would leave, the other filters as they are. */
  function tally(index, groups, hits, chosen, name) {
    const others = NAMES.filter((other) => other !== name && chosen[other]);
    const counts = new Map();
    const add = (value, count) => counts.set(value, (counts.get(value) ?? 0) + count);
    groups.forEach((group, at) => {
      if (hits[at] === 0 || !others.every((other) => TESTS[other](index, group, chosen[other]))) return;
      if (name === 'kind') add(index.kinds[group.kind][0], hits[at]);
      if (name === 'body' && group.body !== -1) add(index.bodies[group.body], hits[at]);
      if (name === 'standing' && group.standing !== -1) add(index.standings[group.standing][0], hits[at]);
      if (name === 'standing' && group.disputed) add('disputed', hits[at]);
      if (name === 'year' && group.from !== -1) for (let year = group.from; year <= group.to; year += 1) add(String(year), hits[at]);
    });
    return counts;
  }

  function optionsOf(index, name, counts) {
    if (name === 'kind') return index.kinds.filter(([value]) => counts.has(value));
    if (name === 'standing') return [...index.standings, ['disputed', form.dataset.disputed]].filter(([value]) => counts.has(value));
    const values = [...counts.keys()].map((value) => [value, value]);
    return name === 'year' ? values.sort((a, b) => Number(b[0]) - Number(a[0])) : values.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }

  function fill(index, name, counts, chosen) {
    const select = form.elements[name];
    const options = optionsOf(index, name, counts).map(([value, words]) => new Option(`${words} (${counts.get(value)})`, value));
    if (chosen && !counts.has(chosen)) options.push(new Option(`${chosen} (0)`, chosen));
    select.replaceChildren(new Option(form.dataset.any, ''), ...options);
    select.value = chosen;
  }

  // What is shown.

  function part(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  }

  function shown(index, group, [path, title, detail, status, when]) {
    const item = part('li', 'entry', '');
    const main = part('div', 'entry-main', '');
    const link = part('a', '', title);
    link.href = root + path;
    const heading = part('p', 'entry-title', '');
    heading.append(link);
    main.append(heading);
    if (detail) main.append(part('p', '', detail));
    const notes = part('div', 'entry-notes', '');
    notes.append(part('p', 'seek-kind', index.kinds[group.kind][1]));
    if (status) notes.append(part('p', 'status', status));
    if (group.body !== -1 && !status.includes(index.bodies[group.body])) notes.append(part('p', '', index.bodies[group.body]));
    if (when) notes.append(part('p', '', when));
    item.append(main, notes);
    return item;
  }

  /** The numbers of some entries, in the order of their ranks. */
  function numbers(ranks, from, to) {
    const found = [];
    let passed = 0;
    for (const runs of ranks) {
      for (let i = 0; i < runs.length; i += 2) {
        const length = runs[i + 1] - runs[i];
        for (let at = Math.max(from - passed, 0); at < length && found.length < to - from; at += 1) found.push(runs[i] + at);
        passed += length;
        if (found.length === to - from) return found;
      }
    }
    return found;
  }

  async function show(index, groups, ranks, from, to) {
    const items = numbers(ranks, from, to).map(async (number) => {
      const file = fileOf(index.records, number);
      const records = await load(`records/${file}.json`);
      const record = records[number - index.records[file]];
      const group = groups[fileOf(groups.map((one) => one.start), number)];
      return record && group ? shown(index, group, record) : null;
    });
    return (await Promise.all(items)).filter(Boolean);
  }

  let turn = 0;
  let current = null;

  async function search() {
    const mine = (turn += 1);
    const query = field.value.slice(0, 200);
    const chosen = wanted();
    // The index comes quickly; the words say so only when it does not.
    const slow = setTimeout(() => { if (mine === turn) says.textContent = form.dataset.busy; }, 300);
    try {
      const index = await load('index.json');
      const [groups, { ranks, short }] = await Promise.all([groupsOf(index), find(index, query)]);
      if (mine !== turn) return;
      const hits = hitsIn(groups, either(ranks));
      NAMES.forEach((name) => fill(index, name, tally(index, groups, hits, chosen, name), chosen[name]));
      filters.hidden = false;
      const set = NAMES.filter((name) => chosen[name]);
      const passing = groups.filter((group) => set.every((name) => TESTS[name](index, group, chosen[name])));
      const kept = either([passing.flatMap(({ start, end }) => [start, end])]);
      const idle = wordsOf(query).length === 0 && set.length === 0;
      const final = idle ? [] : ranks.map((runs) => both(runs, kept));
      const total = final.reduce((sum, runs) => sum + size(runs), 0);
      const items = await show(index, groups, final, 0, SHOWN);
      if (mine !== turn) return;
      current = { index, groups, final, total, showing: items.length };
      results.replaceChildren(...items);
      more.hidden = total <= SHOWN;
      says.textContent = idle ? form.dataset.start : [inWords(total), short ? form.dataset.short : ''].filter(Boolean).join(' ');
    } catch {
      if (mine === turn) says.textContent = form.dataset.broken;
    } finally {
      clearTimeout(slow);
    }
  }

  function inWords(total) {
    if (total === 0) return form.dataset.none;
    return total === 1 ? form.dataset.one : form.dataset.many.replace('#', String(total).replace(/\B(?=(\d{3})+$)/g, ','));
  }

  more.addEventListener('click', async () => {
    const mine = turn;
    const { index, groups, final, total, showing } = current;
    const items = await show(index, groups, final, showing, showing + SHOWN).catch(() => []);
    if (mine !== turn || items.length === 0) return;
    current.showing = showing + SHOWN;
    results.append(...items);
    more.hidden = current.showing >= total;
    items[0].querySelector('a').focus();
  });

  // The address keeps the query and the filters, so that it can be sent and come back to.

  function address() {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set('q', field.value.trim());
    for (const [name, value] of Object.entries(wanted())) if (value) query.set(name, value);
    const text = query.toString();
    return text ? `?${text}` : location.pathname;
  }

  function fromAddress() {
    const query = new URLSearchParams(location.search);
    field.value = (query.get('q') ?? '').slice(0, 200);
    for (const name of NAMES) {
      const value = query.get(name) ?? '';
      form.elements[name].replaceChildren(new Option(form.dataset.any, ''), ...(value ? [new Option(value, value)] : []));
      form.elements[name].value = value;
    }
    search();
  }

  function changed() {
    history.replaceState(null, '', address());
    search();
  }

  if (location.protocol === 'file:') {
    says.textContent = form.dataset.file;
    form.addEventListener('submit', (event) => event.preventDefault());
    return;
  }
  field.addEventListener('input', changed);
  filters.addEventListener('change', changed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (address() !== location.search) history.pushState(null, '', address());
    search();
  });
  addEventListener('popstate', fromAddress);
  addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, select, textarea, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  fromAddress();
})();
