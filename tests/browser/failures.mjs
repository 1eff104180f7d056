// What does not hold, by page and by check.

export class Failures {
  #list = [];

  /** Notes that a check does not hold on a page: `words` say what and where, `looks` in which light or width. */
  add(page, check, words, looks) {
    let failure = this.#list.find((f) => f.page === page && f.check === check && f.words === words);
    if (!failure) this.#list.push((failure = { page, check, words, looks: new Set() }));
    if (looks) failure.looks.add(looks);
  }

  get count() {
    return this.#list.length;
  }

  /** `page check` for each, without repeats and in order: what a test compares. */
  names() {
    return [...new Set(this.#list.map((f) => `${f.page} ${f.check}`))].sort();
  }

  /** Everything, page by page, then how often each check failed. */
  report() {
    const lines = [];
    const list = [...this.#list].sort((a, b) => order(a.page, b.page) || order(a.check, b.check));
    let page = null;
    for (const failure of list) {
      if (failure.page !== page) lines.push('', failure.page);
      page = failure.page;
      const looks = failure.looks.size > 0 ? ` (${[...failure.looks].join(', ')})` : '';
      lines.push(`  ${failure.check}${looks}: ${failure.words.replaceAll('\n', '\n    ')}`);
    }
    return [...lines, '', ...this.#summary()].join('\n');
  }

  #summary() {
    const pages = new Map();
    for (const { check, page } of this.#list) pages.set(check, (pages.get(check) ?? new Set()).add(page));
    const rows = [...pages].sort(([a], [b]) => order(a, b));
    return rows.map(([check, where]) => `${check}: on ${where.size} ${where.size === 1 ? 'page' : 'pages'}`);
  }
}

function order(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
