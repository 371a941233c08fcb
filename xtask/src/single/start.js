// Starts the application from the one file that holds it; the bindings are above, in the same module.

// A file that the page asks for is looked for in the page first.
const ask = window.fetch;
window.fetch = (name, options) => {
  const file = document.getElementById(name);
  const isFile = ["application/json", "text/csv"].includes(file?.type);
  return isFile ? Promise.resolve(new Response(file.textContent)) : ask(name, options);
};

const wasm = document.getElementById("deelsom.wasm");
const text = atob(wasm.textContent);
wasm.remove();
const bytes = new Uint8Array(text.length);
for (let at = 0; at < text.length; at += 1) {
  bytes[at] = text.charCodeAt(at);
}
await wasm_bindgen({ module_or_path: bytes });
