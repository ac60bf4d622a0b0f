// The engine, in a thread of its own so that a query can be stopped: Oxigraph over the dump, both fetched once.

import init, { Store } from "./vendor/oxigraph/web.js";

const GRAPHS = /^(construct|describe)$/;
let loading = null;

async function fetched(address, matter, size) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} cannot be loaded (HTTP ${response.status})`);
  const parts = [];
  let loaded = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    loaded += value.length;
    postMessage({ progress: matter, loaded, size });
  }
  return new Blob(parts);
}

// Some servers send a .gz file as the encoding of what is inside, and the browser has undone it already.
async function unpacked(blob) {
  const head = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  if (head[0] !== 0x1f || head[1] !== 0x8b) return blob;
  return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}

async function load({ dump, dumpSize, engine, engineSize }) {
  const wasm = await fetched(engine, "the engine", engineSize);
  await init({ module_or_path: await wasm.arrayBuffer() });
  const quads = await unpacked(await fetched(dump, "the data", dumpSize));
  postMessage({ progress: "the store" });
  const store = new Store();
  store.load(new Uint8Array(await quads.arrayBuffer()), { format: "application/n-quads", no_transaction: true });
  return store;
}

onmessage = async ({ data }) => {
  try {
    loading ??= load(data.files);
    const store = await loading;
    postMessage({ progress: "the answer" });
    const format = GRAPHS.test(data.form) ? "application/n-triples" : data.format;
    const options = { use_default_graph_as_union: data.union };
    const began = performance.now();
    // An answer of yes or no knows no CSV.
    const answer = store.query(data.query, data.form === "ask" ? options : { ...options, results_format: format });
    const text = typeof answer === "string" ? answer : JSON.stringify({ head: {}, boolean: answer });
    postMessage({ id: data.id, text, milliseconds: performance.now() - began });
  } catch (error) {
    if (loading) loading.catch(() => (loading = null));
    postMessage({ id: data.id, error: String(error.message ?? error) });
  }
};
