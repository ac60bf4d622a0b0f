"use strict";
// The SPARQL page: YASGUI's editor and table around an engine in this browser. Nothing leaves the site.
{
  const page = document.getElementById("sparql");
  const known = JSON.parse(document.getElementById("sparql-known").textContent);
  const saved = known.queries;
  const status = document.getElementById("sparql-status");
  const problem = document.getElementById("sparql-problem");
  const [runButton, stopButton, csvButton, linkButton] = ["run", "stop", "csv", "link"].map((name) =>
    document.getElementById(`sparql-${name}`),
  );
  const local = (path) => new URL(path, document.baseURI).href;
  const { base, vocabulary } = page.dataset;
  const files = {
    dump: local(page.dataset.dump),
    dumpSize: Number(page.dataset.dumpSize),
    engine: local(page.dataset.engine),
    engineSize: Number(page.dataset.engineSize),
  };

  // --- What a query is, by its words outside of comments, texts and IRIs

  const OUTSIDE = /#[^\r\n]*|"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|<[^<>"{}|^`\s]*>|[?$]\w+|\w*:[\w.-]*/g;
  const words = (query) => query.replace(OUTSIDE, " ").toLowerCase().match(/[a-z]+/g) ?? [];
  const formOf = (query) => words(query).find((word) => /^(select|ask|construct|describe)$/.test(word)) ?? "";
  const namesGraphs = (query) => words(query).some((word) => word === "graph" || word === "from");

  // --- The engine

  const UNSTARTED = "The engine cannot be started: this page needs a web server and a recent browser.";
  let worker = null;
  let asked = 0;
  let waiting = null;

  const say = (text) => (status.textContent = text);

  function progress({ progress: matter, loaded, size }) {
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    if (loaded === undefined) say(matter === "the store" ? "Filling the store …" : "Asking …");
    else say(`Loading ${matter}: ${megabytes(loaded)} of ${megabytes(size)} MB`);
  }

  function start() {
    try {
      worker = new Worker(local(page.dataset.worker), { type: "module" });
    } catch {
      throw new Error(UNSTARTED);
    }
    worker.onmessage = ({ data }) => {
      if (data.progress) progress(data);
      else if (waiting && data.id === asked) finish(data);
    };
    worker.onerror = () => {
      if (waiting) finish({ error: UNSTARTED });
      worker = null;
    };
  }

  function finish(message) {
    const { resolve, reject } = waiting;
    waiting = null;
    busy(false);
    if (message.error) reject(new Error(message.error));
    else resolve(message);
  }

  function ask(query, format) {
    if (waiting) stop();
    if (!worker) start();
    busy(true);
    asked += 1;
    return new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      worker.postMessage({ id: asked, query, format, form: formOf(query), union: !namesGraphs(query), files });
    });
  }

  function stop() {
    if (!waiting) return;
    worker.terminate();
    worker = null;
    finish({ error: "Stopped. What was loaded is loaded again with the next question." });
  }

  function busy(is) {
    page.setAttribute("aria-busy", String(is));
    stopButton.disabled = !is;
    runButton.disabled = is;
  }

  // --- Editor and table

  const { Yasqe, Yasr } = window.Yasgui;
  page.hidden = false;
  // Completed is what the query itself or this dataset names: the completers as they come ask a server for terms, and
  // know prefixes that nobody checks.
  Yasqe.defaults.autocompleters = ["variables"];
  Yasqe.forkAutocompleter("prefixes", { name: "known-prefixes", persistenceId: null, get: known.prefixes });
  Yasqe.forkAutocompleter("property", { name: "known-properties", bulk: true, get: known.properties });
  Yasqe.forkAutocompleter("class", { name: "known-classes", bulk: true, get: known.classes });
  delete Yasr.defaults.plugins.response;
  delete Yasr.plugins.response;

  const editor = new Yasqe(document.getElementById("sparql-editor"), {
    value: "",
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "22rem",
    screenReaderLabel: "SPARQL query",
    // Where the text itself takes the focus, what scrolls can be reached with the keyboard.
    inputStyle: "contenteditable",
    prefixCcApi: null,
    requestConfig: { endpoint: local("sparql.html") },
    // Tab leaves the editor, as in any other field of a page.
    extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-S": false, Tab: false, "Shift-Tab": false },
  });
  editor.query = run;
  const field = editor.getInputField();
  field.setAttribute("role", "textbox");
  field.setAttribute("aria-multiline", "true");

  // --- Cells: every text is escaped once, and what turns the direction of writing is made visible

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
  const code = (sign) => sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  const shown = (text) => escaped(text).replace(CONTROLS, (sign) => `<span class="control">U+${code(sign)}</span>`);

  // IRIs of this dataset lead to their pages here, wherever the site is served; a paper can print any other scheme.
  function address(iri) {
    const own = iri.startsWith(vocabulary) ? `ontology#${iri.slice(vocabulary.length)}` : iri.startsWith(base) && iri.slice(base.length);
    const [path, mark] = (own || "").split("#");
    if (path) return local(`${path}.html`) + (mark ? `#${mark}` : "");
    return /^https?:\/\//.test(iri) ? iri : null;
  }

  function named(iri, prefixes) {
    const found = Object.entries(prefixes).find(([, space]) => iri.startsWith(space));
    const text = shown(found ? `${found[0]}:${iri.slice(found[1].length)}` : iri);
    const href = address(iri);
    const attributes = `class="iri" target="_blank" rel="noopener noreferrer" title="${escaped(iri)}"`;
    return href ? `<a ${attributes} href="${escaped(href)}">${text}</a>` : `<span title="${escaped(iri)}">${text}</span>`;
  }

  // The table as it comes cleans what looks like HTML in a text, instead of showing it.
  class Table extends Yasr.plugins.table {
    getColumns() {
      const prefixes = this.yasr.getPrefixes();
      const [number] = super.getColumns();
      const render = (value, type) => (value && type === "display" ? this.cell(value, prefixes) : escaped(value?.value ?? ""));
      return [number, ...this.yasr.results.getVariables().map((name) => ({ name, title: escaped(name), render }))];
    }

    cell(value, prefixes) {
      if (value.type === "uri") return `<div><span>${named(value.value, prefixes)}</span></div>`;
      const tag = value["xml:lang"] ? `@${escaped(value["xml:lang"])}` : value.datatype && `^^${named(value.datatype, prefixes)}`;
      const text = shown(value.value);
      return `<div><span>${this.persistentConfig.compact || !tag ? text : `"${text}"<sup>${tag}</sup>`}</span></div>`;
    }
  }
  Yasr.registerPlugin("table", Table);

  const results = document.getElementById("sparql-results");
  const table = new Yasr(results, {
    persistenceId: null,
    prefixes: () => ({ ...editor.getPrefixesFromQuery(), "": base }),
    plugins: {
      table: { enabled: true, dynamicConfig: { compact: true, isEllipsed: false, pageSize: 50 } },
      boolean: { enabled: true },
      error: { enabled: true },
    },
  });
  // Its download writes another CSV than the engine; its help is another site.
  for (const extra of results.querySelectorAll(".yasr_downloadIcon, .yasr_external_ref_btn")) extra.remove();

  // Its controls are drawn anew with every answer, one of them without a name.
  new MutationObserver(() => {
    for (const field of results.querySelectorAll("select.tableSizer")) field.setAttribute("aria-label", "Page size");
  }).observe(results, { childList: true, subtree: true });

  // Its columns can be dragged by rules that it would add as an inline sheet, which the page's policy forbids, unless
  // the head holds a `style` of this mark: they stand in sparql.css.
  const mark = document.createElementNS(null, "style");
  mark.gripid = "573462389";
  document.head.append(mark);

  // The table's own reader takes {{...}} in a text for a place to fill in: it is given what is read already.
  function answered(data, milliseconds) {
    const none = () => undefined;
    return {
      hasError: () => false,
      getError: none,
      getAsJson: () => data,
      getVariables: () => data.head.vars ?? [],
      getBindings: () => data.results?.bindings ?? null,
      getBoolean: () => data.boolean,
      getStatements: () => null,
      getType: () => "json",
      getContentType: () => "application/sparql-results+json",
      getResponseTime: () => milliseconds,
      getStatus: () => 200,
        getOriginalResponseAsString: () => JSON.stringify(data),
      getAsStoreObject: none,
      asCsv: () => "",
    };
  }

  function asTable(triples) {
    const rows = [...new Set(triples.split("\n"))].filter(Boolean).sort();
    return { data: rows.join("\n"), contentType: "application/n-triples", status: 200 };
  }

  // What the parser expected can be a page of ranges of characters: it is left out then, as on the command line.
  function mended(message) {
    const place = /^error at (\d+):(\d+):?\s*/.exec(message);
    if (!place) return message;
    const expected = message.slice(place[0].length);
    const why = expected && expected.length < 160 && !expected.includes("[") ? `: ${expected}` : "";
    return `The query does not parse${why}; mend it in line ${place[1]}, column ${place[2]}, or just before.`;
  }

  async function run() {
    const query = editor.getValue();
    problem.hidden = true;
    csvButton.disabled = true;
    try {
      const { text, milliseconds } = await ask(query, "application/sparql-results+json");
      const seconds = (milliseconds / 1000).toFixed(2);
      const form = formOf(query);
      if (form === "construct" || form === "describe") {
        table.setResponse(asTable(text), milliseconds);
        say(`Answered in ${seconds} s.`);
      } else {
        const data = JSON.parse(text);
        table.results = answered(data, milliseconds);
        table.draw();
        const count = data.results?.bindings.length;
        say(count === undefined ? `Answered in ${seconds} s.` : `${count} ${count === 1 ? "row" : "rows"} in ${seconds} s.`);
        csvButton.disabled = count === undefined;
        }
      results.hidden = false;
    } catch (error) {
      results.hidden = true;
      problem.textContent = mended(error.message);
      problem.hidden = false;
      say("No answer.");
    }
  }

  async function download() {
    const { text } = await ask(editor.getValue(), "text/csv");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = `${savedName() || "answer"}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
    say("The answer is downloaded as CSV.");
  }

  // --- Saved queries and links

  const savedName = () => Object.keys(saved).find((name) => saved[name] === editor.getValue()) ?? "";

  function fragment() {
    const name = savedName();
    return name ? `#saved=${encodeURIComponent(name)}` : `#query=${encodeURIComponent(editor.getValue())}`;
  }

  async function share() {
    history.replaceState(null, "", fragment());
    try {
      await navigator.clipboard.writeText(location.href);
      say("The link to this query is copied, and stands in the address bar.");
    } catch {
      say("The link to this query stands in the address bar.");
    }
  }

  // A link puts its query into the editor and does not run it: only who reads the page asks.
  function open() {
    const asks = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
    const text = asks.get("query") ?? saved[asks.get("saved")] ?? (editor.getValue() ? null : saved[page.dataset.first]);
    if (text != null && text !== editor.getValue()) editor.setValue(text);
  }

  runButton.addEventListener("click", run);
  stopButton.addEventListener("click", stop);
  csvButton.addEventListener("click", () => download().catch((error) => say(error.message)));
  linkButton.addEventListener("click", share);
  window.addEventListener("hashchange", open);
  document.getElementById("sparql-questions").addEventListener("click", (event) => {
    if (event.target.closest("a[data-saved]")) editor.focus();
  });
  open();
}
